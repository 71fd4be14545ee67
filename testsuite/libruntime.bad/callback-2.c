/* A callback that is called after it was freed ends the program with a
   message and status 3.  */
/* { dg-do run } */
/* { dg-should-fail 3 } */
/* { dg-match "fatal error: Windows called a callback that had been freed" } */

#include "rt-test.h"
#include "rt.h"

static int
fn (int a)
{
  return a;
}

int
main (void)
{
  void *callback;

  CHECK_EQ (rt_callback_new (fn, "i(i)", &callback), 0);
  CHECK_EQ (rt_callback_free (callback), 0);
  return ((int (*) (int)) (uintptr_t) callback) (5);
}
