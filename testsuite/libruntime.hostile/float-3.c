/* A goroutine that is preempted in the middle of an x87 expression leaves the
   next one an empty unit, and finds its own as it was.  */
/* { dg-do run } */
/* { dg-options "-fplugin-arg-growstack-loop-checks" } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "../libruntime.stack/stack-test.h"

#define ROUNDS 6000000

static volatile long double three = 3, seven = 7;
static long double results[4];
static struct rt_waitgroup done;

/* Six numbers are in registers over the loop.  */
static long double NOINLINE
iterate (int rounds)
{
  long double a = three / seven, b = 1 / a, c = a + 1, d = b + 1, e = c * a,
              f = d * b;
  int i;

  for (i = 0; i < rounds; i++)
    {
      a = a * 0.5L + b;
      b = b * 0.25L + c;
      c = c * 0.125L + d;
      d = d * 0.5L + e;
      e = e * 0.25L + f;
      f = f * 0.125L + 1;
    }
  return a + b + c + d + e + f;
}

static void
run (void *arg)
{
  results[(uintptr_t) arg] = iterate (ROUNDS);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  long double expected = iterate (1000);
  uintptr_t i;

  CHECK_EQ (rt_waitgroup_add (&done, 4), 0);
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_go (run, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  for (i = 0; i < 4; i++)
    CHECK (results[i] == expected); /* It has converged.  */
  return 0;
}
