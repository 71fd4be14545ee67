/* What is above 16 bytes in a vector register survives a call of a function
   that uses none, though its check lets the stack grow: the caller must not
   count on -fipa-ra.  */
/* { dg-do run } */

#include "plugin-test.h"

static NOINLINE void
leaf (volatile int *n)
{
  ++*n;
}

/* Has a check, and uses no vector register.  */
static NOINLINE void
few_registers (volatile int *n)
{
  leaf (n);
  leaf (n);
}

static NOINLINE __attribute__ ((target ("avx"))) int
sum (int depth, volatile int *n)
{
  typedef double vector __attribute__ ((vector_size (32)));
  double d = depth;
  vector v = { d, d + 1, d + 2, d + 3 };
  int below = depth > 0 ? sum (depth - 1, n) : 0;

  __asm__ volatile ("" : "+x"(v));
  few_registers (n);
  __asm__ volatile ("" : "+x"(v));
  CHECK_EQ (v[2], d + 2);
  CHECK_EQ (v[3], d + 3);
  return below + (int) v[0];
}

int
main (void)
{
  volatile int n = 0;

  if (!__builtin_cpu_supports ("avx"))
    return 0;
  CHECK_EQ (sum (300, &n), 300 * 301 / 2);
  return 0;
}
