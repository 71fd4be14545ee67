/* A growable WinMain is the first goroutine.  */
/* { dg-do run } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "rt.h"

int WINAPI
WinMain (HINSTANCE instance, HINSTANCE previous, LPSTR line, int show)
{
  (void) show;
  CHECK (instance == GetModuleHandleA (NULL));
  CHECK (previous == NULL);
  CHECK (line != NULL);
  CHECK (rt_self () != NULL);
  return 0;
}
