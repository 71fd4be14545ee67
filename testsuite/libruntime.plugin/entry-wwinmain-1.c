/* A growable wWinMain is the first goroutine.  */
/* { dg-do run } */
/* { dg-options "-municode" } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "rt.h"

int WINAPI
wWinMain (HINSTANCE instance, HINSTANCE previous, LPWSTR line, int show)
{
  (void) show;
  CHECK (instance == GetModuleHandleA (NULL));
  CHECK (previous == NULL);
  CHECK (line != NULL && line[0] == 0);
  CHECK (rt_self () != NULL);
  return 0;
}
