/* rt_throw without an rt_try, after one that has returned, is a fatal
   error.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "^libruntime: rt_throw: called outside of rt_try$" } */
/* { dg-match "\n  thrower\\+0x\[^\n\]*\n  main\\+0x" } */

#include "fault-test.h"

static void NOINLINE
thrower (void *arg)
{
  volatile int n = 1;

  rt_throw ((uintptr_t) arg + n);
}

static void
nothing (void *arg)
{
  (void) arg;
}

int
main (void)
{
  volatile int n = 1;

  CHECK_EQ (rt_try (thrower, NULL, NULL), RT_ETHROWN);
  CHECK_EQ (rt_try (nothing, NULL, NULL), 0);
  thrower (NULL);
  return n;
}
