/* A fiber that is left in a callback, for another whose call comes back first,
   ends the process with a clear message.  */
/* { dg-do run } */
/* { dg-plain-sources "fiber-4-plain.c" } */
/* { dg-should-fail 3 } */
/* { dg-match "^switched$" } */
/* { dg-match "fatal error: a call came back to another thread or fiber" } */

#include <stdio.h>

#include "rt-test.h"
#include "rt.h"

int leave_on_fiber (int (*callback) (int));
void leave (void);

static int
called_back (int n)
{
  printf ("switched\n");
  fflush (stdout);
  leave ();
  return n;
}

int
main (void)
{
  void *callback;

  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  leave_on_fiber ((int (*) (int)) callback);
  printf ("came back\n");
  return 0;
}
