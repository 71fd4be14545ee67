/* Arguments in vector registers of 32 bytes, and of more of them than Win64's
   convention uses, survive that the stack grows by any means.  */
/* { dg-do run } */

#include <stdarg.h>

#include "stack-test.h"

typedef double vector __attribute__ ((vector_size (32)));

#define AVX __attribute__ ((target ("avx"), sysv_abi))

static AVX vector
make (double d)
{
  return (vector){ d, d + 1, d + 2, d + 3 };
}

/* All eight vector arguments are in ymm0-7 at its check.  */
static NOINLINE AVX double
all_eight (int depth, vector a, vector b, vector c, vector d, vector e,
           vector f, vector g, vector h)
{
  double below = 0;

  if (depth > 0)
    below = all_eight (depth - 1, b, c, d, e, f, g, h, a);
  BARRIER ();
  return below + a[0] + 2 * b[1] + 3 * c[2] + 4 * d[3] + 5 * e[0] + 6 * f[1]
         + 7 * g[2] + 8 * h[3];
}

/* The same numbers without a stack.  */
static double
want (int depth)
{
  double first[8], sum = 0;

  for (int i = 0; i < 8; i++)
    first[i] = 10 * (i + 1);
  for (; depth >= 0; depth--)
    {
      double turn = first[0];

      for (int i = 0; i < 8; i++)
        sum += (i + 1) * (first[i] + i % 4);
      for (int i = 0; i < 7; i++)
        first[i] = first[i + 1];
      first[7] = turn;
    }
  return sum;
}

static NOINLINE __attribute__ ((target ("avx"))) void
run (int depth)
{
  CHECK_EQ (all_eight (depth, make (10), make (20), make (30), make (40),
                       make (50), make (60), make (70), make (80)),
            want (depth));
}

/* A pinned function: growth below it chains.  */
static NOINLINE int
chained (int depth, ...)
{
  va_list ap;
  int n;

  va_start (ap, depth);
  n = va_arg (ap, int);
  run (depth);
  va_end (ap);
  return n;
}

static void
fresh (void *done)
{
  run (500);
  CHECK_EQ (rt_ready (done), 0);
}

int
main (void)
{
  if (!__builtin_cpu_supports ("avx"))
    return 0;
  for (int depth = 0; depth < 100; depth += 9)
    run (depth);
  CHECK_EQ (chained (300, 7), 7);
  CHECK_EQ (rt_go (fresh, rt_self ()), 0);
  CHECK_EQ (rt_park (), 0);
  return 0;
}
