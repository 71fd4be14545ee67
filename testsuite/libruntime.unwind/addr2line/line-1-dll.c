/* line-1-dll.c: growable code in a DLL that wants the program's place.
   SPDX-License-Identifier: MIT  */

#include <windows.h>

static int *volatile nowhere;
static volatile int sink;

__declspec (dllexport) int
line_fault (int (*fn) (int), int n)
{
  sink = n;
  if (n <= 0)
    return *nowhere;                    /* line 14 */
  n = fn (n);                           /* line 15 */
  sink++;
  return n;
}

__declspec (dllexport) void *
line_base (void)
{
  HMODULE module = NULL;

  GetModuleHandleExW (GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS
                          | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                      (LPCWSTR) (UINT_PTR) line_base, &module);
  return module;
}
