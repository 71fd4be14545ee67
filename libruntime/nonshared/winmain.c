/* nonshared/winmain.c: start a growable WinMain.
   SPDX-License-Identifier: MIT  */

#include "rti-start.h"

int WINAPI __rt_WinMain (HINSTANCE instance, HINSTANCE previous, LPSTR line,
                         int show);
int WINAPI __rt_start_WinMain (HINSTANCE instance, HINSTANCE previous,
                               LPSTR line, int show);

int WINAPI
__rt_start_WinMain (HINSTANCE instance, HINSTANCE previous, LPSTR line,
                    int show)
{
  rt_start_main ((void *) __rt_WinMain, (uintptr_t) instance,
                 (uintptr_t) previous, (uintptr_t) line, (uintptr_t) show);
}
