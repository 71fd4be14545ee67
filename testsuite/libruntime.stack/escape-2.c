/* A DLL that was given the address of a local writes there later, from a
   thread of its own, while the stack moves.  */
/* { dg-do run } */
/* { dg-dll "escape-2-dll.c" "link" } */

#include "stack-test.h"

__declspec (dllimport) void remember (int *where);
__declspec (dllimport) void write_now (int value);
__declspec (dllimport) void *write_later (int *counter, int times);

static void
run (void *unused)
{
  int local = 1, counter = 0, rounds = 0;
  void *thread;

  (void) unused;
  remember (&local);
  deep (200, 1, 2, 3, 4, 5);
  write_now (4711);
  CHECK_EQ (local, 4711);

  thread = write_later (&counter, 1000);
  CHECK (thread != NULL);
  while (*(volatile int *) &counter < 1000)
    {
      deep (20 + rounds++ % 50, 1, 2, 3, 4, 5);
      rt_gosched ();
    }
  CHECK_EQ (WaitForSingleObject (thread, 10000), 0);
  CloseHandle (thread);
  CHECK_EQ (counter, 1000);
}

int
main (void)
{
  on_fresh (run, NULL);
  return 0;
}
