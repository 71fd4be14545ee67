/* A call's error is what that call left, and 0 if it left none.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" } */

#include "syscall-test.h"

__declspec (dllimport) void *CreateFileA (const char *, unsigned long,
                                          unsigned long, void *,
                                          unsigned long, unsigned long,
                                          void *);

#define ERROR_FILE_NOT_FOUND 2
#define ERROR_INVALID_HANDLE 6
#define OPEN_EXISTING 3
#define GENERIC_READ 0x80000000u

int
main (void)
{
  void *one = test_proc ("calls-dll.dll", "one");
  struct rt_result r;
  int i;

  for (i = 0; i < 3; i++)
    {
      r = rt_syscall9 ((void *) CreateFileA, 7,
                       (uintptr_t) "no such file.txt", GENERIC_READ, 0, 0,
                       OPEN_EXISTING, 0, 0, 0, 0);
      CHECK_EQ (r.r1, UINTPTR_MAX);
      CHECK_EQ (r.err, ERROR_FILE_NOT_FOUND);
      r = rt_syscall ((void *) CloseHandle, 1, 0x123457, 0, 0);
      CHECK_EQ ((int) r.r1, 0);
      CHECK_EQ (r.err, ERROR_INVALID_HANDLE);
      SetLastError (77);
      r = rt_syscall (one, 1, 5, 0, 0);
      CHECK_EQ (r.r1, 5);
      CHECK_EQ (r.err, 0);
    }
  return 0;
}
