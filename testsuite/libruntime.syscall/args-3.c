/* Calls by rt_syscall from plain code, which is on a system stack, pass
   their arguments and have their results.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" } */
/* { dg-plain-sources "args-3-plain.c" } */

#include "syscall-test.h"

uintptr_t plain_calls (void *weigh);

static unsigned long
thread_main (void *weigh)
{
  return (unsigned long) plain_calls (weigh);
}

int
main (void)
{
  void *weigh = test_proc ("calls-dll.dll", "weigh");
  unsigned long code = 0;
  void *thread;

  CHECK_EQ (plain_calls (weigh), 3);
  thread = CreateThread (NULL, 0, thread_main, weigh, 0, NULL);
  CHECK_EQ (WaitForSingleObject (thread, 10000), 0);
  CHECK (GetExitCodeThread (thread, &code));
  CHECK_EQ (code, 3);
  CHECK (CloseHandle (thread));
  return 0;
}
