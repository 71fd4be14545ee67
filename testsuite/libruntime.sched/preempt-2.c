/* A goroutine that computes or makes short calls in a callback, or in one
   within another, lets others run on other threads; its own stays its own.  */
/* { dg-do run } */
/* { dg-plain-sources "preempt-2-plain.c" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-timeout 60 } */

#include "preempt-test.h"

int call_back (int (*) (int), int);

static void *callback;

static int
compute (int depth)
{
  unsigned long thread = GetCurrentThreadId ();
  int result = 0;

  if (depth > 0)
    result = call_back ((int (*) (int)) callback, depth - 1);
  spin_until_set ();
  flag = 0;
  CHECK_EQ (rt_go (set_flag, NULL), 0);
  while (!flag)
    Sleep (0);
  CHECK_EQ (GetCurrentThreadId (), thread);
  return result;
}

int
main (void)
{
  CHECK_EQ (rt_callback_new (compute, "i(i)", &callback), 0);
  CHECK_EQ (call_back ((int (*) (int)) callback, 0), 1);
  CHECK_EQ (call_back ((int (*) (int)) callback, 3), 4);
  return 0;
}
