/* A goroutine in a blocking Windows call does not stop the others, with
   one p even.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "rt-test.h"
#include "rt.h"

static volatile int asleep, awake;

static void
sleeper (void *arg)
{
  (void) arg;
  asleep = 1;
  Sleep (2000);
  awake = 1;
}

int
main (void)
{
  int turns = 0;

  CHECK_EQ (rt_go (sleeper, NULL), 0);
  while (!asleep)
    rt_gosched ();
  /* Only a p that was taken from the sleeper can run this.  */
  while (turns < 100)
    {
      rt_gosched ();
      turns++;
    }
  CHECK_EQ (awake, 0);
  while (!awake)
    rt_sleep (10000000);
  CHECK_EQ (rt_numgoroutine () <= 2, 1);
  return 0;
}
