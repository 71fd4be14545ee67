/* Addresses that cannot be a function's and too many arguments are
   RT_EINVAL, and nothing is called.  */
/* { dg-do run } */
/* { dg-plain-sources "syscall-1-plain.c" } */

#include "rt-test.h"
#include "rt.h"

void plain_calls (void);

static uintptr_t args[RT_SYSCALL_MAX + 1];

static void
refused (struct rt_result r)
{
  CHECK_EQ (r.r1, 0);
  CHECK_EQ (r.r2, 0);
  CHECK_EQ (r.err, RT_EINVAL);
}

int
main (void)
{
  SetLastError (55);
  refused (rt_syscall (NULL, 0, 0, 0, 0));
  refused (rt_syscall ((void *) 1, 3, 1, 2, 3));
  refused (rt_syscall6 ((void *) 0xffff, 6, 1, 2, 3, 4, 5, 6));
  refused (rt_syscalln (NULL, 42, args));
  refused (rt_syscalln ((void *) 0x1000, 0, NULL));
  refused (rt_syscalln ((void *) GetLastError, RT_SYSCALL_MAX + 1, args));
  refused (rt_syscalln ((void *) GetLastError, UINTPTR_MAX, args));
  refused (rt_syscall ((void *) GetLastError, (uintptr_t) -1, 0, 0, 0));
  CHECK_EQ (GetLastError (), 55);
  /* And all is well after that.  */
  CHECK_EQ (rt_syscall ((void *) GetCurrentThreadId, 0, 0, 0, 0).err, 0);
  plain_calls ();
  return 0;
}
