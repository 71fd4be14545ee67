/* Doubles and integers that live in non-volatile registers stay while the
   stack moves below them.  */
/* { dg-do run } */

#include "stack-test.h"

static double NOINLINE
down (int depth, double x)
{
  double a = x + 1, b = x + 2, c = x + 3, d = x + 4, e = x + 5, f = x + 6,
         g = x + 7, h = x + 8, i = x + 9, j = x + 10;
  uint64_t s = depth * 3, t = depth * 5, u = depth * 7, v = depth * 9;
  double r = 0;

  BARRIER ();
  if (depth > 0)
    r = down (depth - 1, x + 0.25);
  BARRIER ();
  CHECK_EQ_DOUBLE (a + b + c + d + e + f + g + h + i + j, 10 * x + 55);
  CHECK_EQ (s + t + u + v, (uint64_t) depth * 24);
  return r + a - x;
}

static void
run (void *arg)
{
  int depth = (int) (intptr_t) arg;

  CHECK_EQ_DOUBLE (down (depth, 0.125), depth + 1);
}

int
main (void)
{
  on_fresh (run, (void *) 10);
  on_fresh (run, (void *) 100);
  on_fresh (run, (void *) 300);
  return 0;
}
