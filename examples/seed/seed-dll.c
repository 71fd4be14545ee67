/* seed-dll.c: the DLL of golang/go#10406.
   SPDX-License-Identifier: MIT  */

#include <windows.h>

typedef uintptr_t callback (uintptr_t n);

__declspec (dllexport) uintptr_t
cfunc (callback *f, uintptr_t n)
{
  uintptr_t r = f (n);

  SetLastError (333);
  return r;
}
