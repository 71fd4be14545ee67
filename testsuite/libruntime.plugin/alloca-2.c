/* What is above 16 bytes in a vector register survives alloca, also when it
   needs a new chunk of the data stack.  */
/* { dg-do run } */

#include "plugin-test.h"

static NOINLINE void
use (volatile char *p)
{
  p[0] = 1;
}

static NOINLINE __attribute__ ((target ("avx"))) double
sum (int size)
{
  typedef double vector __attribute__ ((vector_size (32)));
  double d = size;
  vector v = { d, d + 1, d + 2, d + 3 };
  volatile char *p;

  __asm__ volatile ("" : "+x"(v));
  p = __builtin_alloca (size);
  __asm__ volatile ("" : "+x"(v));
  d = v[0] + v[1] + v[2] + v[3];
  use (p);
  return d;
}

int
main (void)
{
  int size;

  if (!__builtin_cpu_supports ("avx"))
    return 0;
  for (size = 1; size < 3000000; size *= 3)
    CHECK_EQ (sum (size), 4.0 * size + 6);
  return 0;
}
