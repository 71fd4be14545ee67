/* rt_goexit in a callback on a thread that is not the runtime's ends the
   program with a message, a traceback and status 2.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "^libruntime: rt_goexit: called in a callback on a thread that is not libruntime's$" } */
/* { dg-match "^  called_back\\+0x" } */

#include "rt-test.h"
#include "rt.h"

static unsigned long
called_back (void *arg)
{
  volatile int n = 1;

  if (arg == NULL && n)
    rt_goexit ();
  return n;
}

int
main (void)
{
  void *callback, *thread;

  CHECK_EQ (rt_callback_new (called_back, "I(p)", &callback), 0);
  thread = CreateThread (NULL, 0,
                         (unsigned long (*) (void *)) (uintptr_t) callback,
                         NULL, 0, NULL);
  WaitForSingleObject (thread, 30000);
  return 0;
}
