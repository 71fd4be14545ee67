/* A goroutine that computes lets others run at one of its checks: at any
   depth, bound to its thread or not, and each of several gets its share.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-timeout 60 } */

#include "preempt-test.h"

#define SPINNERS 4

static int __attribute__ ((noinline))
deep (int n)
{
  int result;

  if (n == 0)
    {
      spin_until_set ();
      return 0;
    }
  result = deep (n - 1) + 1;
  leaf ();
  return result;
}

static volatile int stop;

static void
spin (void *arg)
{
  volatile unsigned long *count = arg;

  while (!stop)
    {
      step ();
      ++*count;
    }
}

static void
shares (void)
{
  static volatile unsigned long count[SPINNERS];
  unsigned long least = (unsigned long) -1, most = 0;
  int i;

  stop = 0;
  for (i = 0; i < SPINNERS; i++)
    CHECK_EQ (rt_go (spin, (void *) &count[i]), 0);
  rt_sleep (1000000000);
  stop = 1;
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  for (i = 0; i < SPINNERS; i++)
    {
      least = count[i] < least ? count[i] : least;
      most = count[i] > most ? count[i] : most;
    }
  /* All is fair if it is 1; the machine may be busy.  */
  CHECK (most / 6 <= least);
}

int
main (void)
{
  spin_until_set ();
  CHECK_EQ (deep (300), 300);
  rt_lockosthread ();
  spin_until_set ();
  CHECK_EQ (deep (300), 300);
  rt_unlockosthread ();
  shares ();
  return 0;
}
