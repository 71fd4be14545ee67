/* Within RT_MAXSTACK nothing is wrong: a goroutine may use half of it, and
   others the same at the same time.  */
/* { dg-do run } */
/* { dg-env "RT_MAXSTACK=1M" } */

#include "stack-test.h"

static struct rt_waitgroup done;

static int NOINLINE
large (int depth)
{
  volatile char buffer[10000];

  buffer[0] = 1;
  if (depth == 0)
    rt_gosched ();
  return depth ? large (depth - 1) + buffer[0] : 0;
}

static void
run (void *unused)
{
  (void) unused;
  CHECK_EQ (large (30), 30);
  CHECK_EQ (deep (500, 1, 2, 3, 4, 5), 515);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  int i;

  CHECK_EQ (rt_waitgroup_add (&done, 5), 0);
  for (i = 0; i < 5; i++)
    CHECK_EQ (rt_go (run, NULL), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
