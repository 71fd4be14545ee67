/* A plain WinMain is left to the CRT.  */
/* { dg-do run } */
/* { dg-options "-fno-split-stack" } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "rt.h"

int WINAPI
WinMain (HINSTANCE instance, HINSTANCE previous, LPSTR line, int show)
{
  (void) previous;
  (void) line;
  (void) show;
  CHECK (instance == GetModuleHandleA (NULL));
  CHECK (rt_self () == NULL);
  return 0;
}
