/* rt_goexit in a callback ends the program with a message, a traceback
   and status 2.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: rt_goexit: called in a callback" } */

#include "rt-test.h"
#include "rt.h"

static int
called_back (void)
{
  rt_goexit ();
}

int
main (void)
{
  void *callback;

  CHECK_EQ (rt_callback_new (called_back, "i()", &callback), 0);
  return ((int (*) (void)) (uintptr_t) callback) ();
}
