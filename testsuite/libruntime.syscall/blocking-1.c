/* A call that lasts so long that its p is taken has its results, in each
   way of calling.  */
/* { dg-do run } */
/* { dg-dll "blocking-1-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "syscall-test.h"

__declspec (dllimport) uintptr_t slow (unsigned long ms, uintptr_t a,
                                       uintptr_t b, uintptr_t c, uintptr_t d,
                                       uintptr_t e);
__declspec (dllimport) double slow_double (unsigned long ms, double x);

static volatile int stop;
static volatile uint64_t turns;
static struct rt_waitgroup done;

/* Takes the p whenever it can.  */
static void
busy (void *unused)
{
  (void) unused;
  while (!stop)
    {
      turns++;
      rt_gosched ();
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static uintptr_t
in_cgocall (void *arg)
{
  Sleep (30);
  return (uintptr_t) arg + 1;
}

int
main (void)
{
  double (*volatile pointer) (unsigned long, double) = slow_double;
  struct rt_result r;
  uint64_t before;
  int i, taken = 0;

  CHECK_EQ (rt_waitgroup_add (&done, 1), 0);
  CHECK_EQ (rt_go (busy, NULL), 0);
  for (i = 0; i < 3; i++)
    {
      before = turns;
      CHECK_EQ (slow (30, 1, 2, 3, 4, (uintptr_t) 5 << 40),
                1 + 4 + 9 + 16 + (25ull << 40));
      CHECK_EQ (GetLastError (), 90);
      taken += turns > before;
      before = turns;
      r = rt_syscall6 ((void *) slow, 6, 30, 5, 4, 3, 2, 1);
      CHECK_EQ (r.r1, 5 + 8 + 9 + 8 + 5);
      CHECK_EQ (r.err, 90);
      taken += turns > before;
      CHECK_EQ_DOUBLE (slow_double (30, 0.5), 1.5);
      CHECK_EQ (GetLastError (), 91);
      CHECK_EQ_DOUBLE (pointer (30, 1.5), 4.5);
      CHECK_EQ (GetLastError (), 91);
      r = rt_syscall ((void *) slow_double, 2, 30, double_bits (0.25), 0);
      CHECK_EQ_DOUBLE (bits_double (r.r2), 0.75);
      CHECK_EQ (r.err, 91);
      before = turns;
      CHECK_EQ (rt_cgocall (in_cgocall, (void *) 5), 6);
      taken += turns > before;
    }
  CHECK (taken > 0);
  stop = 1;
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
