/* Variadic functions, with 30 arguments and with doubles, have their
   arguments before, below and after a growth, which chains a segment.  */
/* { dg-do run } */

#include <stdarg.h>

#include "stack-test.h"

/* N integers, with a growth of DEPTH frames in the midst.  */
static uint64_t NOINLINE
integers (uint64_t depth, int n, ...)
{
  uint64_t sum = 0;
  va_list ap;
  int i;

  va_start (ap, n);
  for (i = 0; i < n; i++)
    {
      if (i == n / 2)
        CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), depth + 15);
      sum += (i + 1) * va_arg (ap, uint64_t);
    }
  va_end (ap);
  return sum;
}

static double NOINLINE
doubles (int n, uint64_t depth, ...)
{
  double sum = 0;
  va_list ap;
  int i;

  va_start (ap, depth);
  for (i = 0; i < n; i++)
    {
      if (i == n / 2)
        CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), depth + 15);
      sum += va_arg (ap, double) * va_arg (ap, int);
    }
  va_end (ap);
  return sum;
}

/* Variadic functions that call each other.  */
static uint64_t NOINLINE
tower (int height, ...)
{
  uint64_t a, b, r = 0;
  va_list ap;

  va_start (ap, height);
  a = va_arg (ap, uint64_t);
  if (height > 0)
    r = tower (height - 1, a + 1, 2 * a);
  b = va_arg (ap, uint64_t);
  va_end (ap);
  return r + b;
}

static uint64_t NOINLINE
from_list (uint64_t depth, va_list ap)
{
  uint64_t a = va_arg (ap, uint64_t);

  CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), depth + 15);
  return a * va_arg (ap, int) + (uint64_t) va_arg (ap, double);
}

static uint64_t NOINLINE
to_list (uint64_t depth, ...)
{
  uint64_t r;
  va_list ap;

  va_start (ap, depth);
  r = from_list (depth, ap);
  va_end (ap);
  return r;
}

static uint64_t
u (uint64_t i)
{
  return i << 40;
}

static void
run (void *arg)
{
  uint64_t depth = (uint64_t) arg;

  CHECK_EQ (integers (depth, 1, u (1)), u (1));
  CHECK_EQ (integers (depth, 5, u (1), u (2), u (3), u (4), u (5)), u (55));
  CHECK_EQ (integers (depth, 30, u (1), u (2), u (3), u (4), u (5), u (6),
                      u (7), u (8), u (9), u (10), u (11), u (12), u (13),
                      u (14), u (15), u (16), u (17), u (18), u (19), u (20),
                      u (21), u (22), u (23), u (24), u (25), u (26), u (27),
                      u (28), u (29), u (30)), u (9455));
  CHECK_EQ_DOUBLE (doubles (6, depth, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5,
                            5.5, 6), 0.5 + 3 + 7.5 + 14 + 22.5 + 33);
  CHECK_EQ (to_list (depth, u (3), 7, 123.0), u (21) + 123);
}

static void
chained (void *unused)
{
  uint64_t before = info ().chains;

  (void) unused;
  run ((void *) 700);
  CHECK (info ().chains > before);
}

static void
high (void *unused)
{
  (void) unused;
  /* b of height h is 2 (1 + 299 - h), and 77 at the top.  */
  CHECK_EQ (tower (300, (uint64_t) 1, (uint64_t) 77), 77 + 300 * 301);
}

int
main (void)
{
  on_fresh (run, (void *) 1);
  on_fresh (run, (void *) 100);
  on_fresh (chained, NULL);
  on_fresh (high, NULL);
  return 0;
}
