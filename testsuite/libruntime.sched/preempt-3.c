/* I6: while goroutines compute and are preempted, plain code that they call
   always finds the thread's own word at gs:0x28, not one of ours.  */
/* { dg-do run } */
/* { dg-plain-sources "preempt-2-plain.c" } */
/* { dg-env "RT_MAXPROCS=2" } */
/* { dg-env "RT_DEBUG=sched" } */
/* { dg-match "^libruntime: sched: goroutine \[0-9\]+: is preempted .thread \[0-9\]+.$" } */
/* { dg-match "^rt-test: \[0-9\]+ checks passed$" } */
/* { dg-timeout 60 } */

#include "rt-test.h"
#include "rt.h"

int own_word (uintptr_t mine) __attribute__ ((rt_nonblocking));

#define GOROUTINES 6

static volatile int stop, wrong;
static volatile uintptr_t mine;

static void __attribute__ ((noinline))
leaf (volatile int *n)
{
  ++*n;
}

static void __attribute__ ((noinline))
step (volatile int *n)
{
  leaf (n);
  if (!own_word (mine))
    wrong++;
  leaf (n);
}

static void
compute (void *arg)
{
  volatile int n = 0;

  (void) arg;
  while (!stop)
    step (&n);
}

int
main (void)
{
  int i;

  for (i = 0; i < GOROUTINES; i++)
    CHECK_EQ (rt_go (compute, NULL), 0);
  rt_sleep (700000000);
  mine = 0x1234;
  rt_sleep (700000000);
  stop = 1;
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  CHECK_EQ (wrong, 0);
  return 0;
}
