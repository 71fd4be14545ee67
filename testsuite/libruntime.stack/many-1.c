/* A hundred goroutines on four p's grow, park and migrate with addresses of
   locals in use; each finds what it left.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */

#include "stack-test.h"

#define GOROUTINES 100

static struct rt_waitgroup done;

static int NOINLINE
down (int id, int depth, int *sum)
{
  int here[8], i;

  for (i = 0; i < 8; i++)
    here[i] = id * 1000 + depth;
  if (depth % 8 == 0)
    rt_gosched ();
  if (depth % 16 == 5)
    rt_sleep (MS / 10);
  if (depth > 0)
    down (id, depth - 1, here);
  *sum += 1;
  for (i = 1; i < 8; i++)
    CHECK_EQ (here[i], id * 1000 + depth);
  CHECK_EQ (here[0], id * 1000 + depth + (depth > 0));
  return depth;
}

static void
run (void *arg)
{
  int id = (int) (intptr_t) arg, sum = 0;

  CHECK_EQ (down (id, 20 + id % 30, &sum), 20 + id % 30);
  CHECK_EQ (sum, 1);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  intptr_t i;

  CHECK_EQ (rt_waitgroup_add (&done, GOROUTINES), 0);
  for (i = 0; i < GOROUTINES; i++)
    CHECK_EQ (rt_go (run, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
