/* nonshared/wwinmain.c: start a growable wWinMain.
   SPDX-License-Identifier: MIT  */

#include "rti-start.h"

int WINAPI __rt_wWinMain (HINSTANCE instance, HINSTANCE previous, LPWSTR line,
                          int show);
int WINAPI __rt_start_wWinMain (HINSTANCE instance, HINSTANCE previous,
                                LPWSTR line, int show);

int WINAPI
__rt_start_wWinMain (HINSTANCE instance, HINSTANCE previous, LPWSTR line,
                     int show)
{
  rt_start_main ((void *) __rt_wWinMain, (uintptr_t) instance,
                 (uintptr_t) previous, (uintptr_t) line, (uintptr_t) show);
}
