/* A goroutine that was asked to let others run does not wait for them when
   the process ends before its next check, and they are gone.  */
/* { dg-do run } */
/* { dg-dll "preempt-5-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-match "^last words$" } */
/* { dg-match "^rt-test: \[0-9\]+ checks passed$" } */
/* { dg-timeout 30 } */

#include "rt-test.h"
#include "rt.h"

/* It computes: no call that would give the processor away.  */
__declspec (dllimport) void compute_and_exit (int (*) (int))
    __attribute__ ((rt_nonblocking));

static volatile int leaves;

static void __attribute__ ((noinline))
leaf (void)
{
  leaves++;
}

static int
last_words (int n)
{
  int i;

  for (i = 0; i < n; i++)
    leaf ();
  return i;
}

static void
other (void *arg)
{
  (void) arg;
  for (;;)
    rt_gosched ();
}

int
main (void)
{
  void *callback;

  CHECK_EQ (rt_callback_new (last_words, "i(i)", &callback), 0);
  CHECK_EQ (rt_go (other, NULL), 0);
  compute_and_exit ((int (*) (int)) callback);
  return 1;
}
