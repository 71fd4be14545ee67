/* The last error passes through a callback both ways: it sees its caller's,
   and its caller sees what it left, though it parked meanwhile.  */
/* { dg-do run } */
/* { dg-dll "error-1-dll.c" "link" } */

#include "cb-test.h"

__declspec (dllimport) void through_error (int (*f) (int));
__declspec (dllimport) void thread_error (int (*f) (int));

static int
called_back (int park)
{
  int in = (int) GetLastError ();

  SetLastError (in + 1);
  if (park)
    rt_sleep (MS);
  recurse (50);
  CHECK_EQ (GetLastError (), (unsigned long) in + 1);
  return in;
}

int
main (void)
{
  int (*f) (int) = callback_new (called_back, "i(i)");

  through_error (f);
  thread_error (f);
  return 0;
}
