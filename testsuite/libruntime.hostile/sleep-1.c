/* A goroutine sleeps even if there is no memory for its timer, and others run
   meanwhile, on the only processor.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-skip "movestack" "there each check takes memory" } */

#include "../libruntime.stack/stack-test.h"
#include "inject.h"

static volatile int turns, slept;

static void
sleeps (void *arg)
{
  int before, after;
  unsigned long start;

  (void) arg;
  before = turns;
  start = GetTickCount ();
  inject ("HeapAlloc", 1, 1);
  rt_sleep (300 * MS);
  after = turns; /* Before a call that may let others run.  */
  CHECK_EQ (injected (), 1);
  CHECK (GetTickCount () - start >= 290);
  CHECK (after > before);
  slept = 1;
}

int
main (void)
{
  CHECK_EQ (rt_go (sleeps, NULL), 0);
  while (!slept)
    {
      rt_gosched ();
      turns++;
    }
  rt_sleep (MS);
  return 0;
}
