/* Built-ins for _Float128, which no library has, stay instructions.  */
/* { dg-do run } */

#include "rt-test.h"

static volatile _Float128 one = 1, minus_two = -2;

/* By reference, in and out.  */

static _Float128 __attribute__ ((noinline))
with_sign (_Float128 x, _Float128 sign)
{
  return __builtin_copysignf128 (x, sign);
}

static _Float128 __attribute__ ((noinline))
positive (_Float128 x)
{
  return __builtin_fabsf128 (x);
}

int
main (void)
{
  CHECK (with_sign (one, minus_two) == -1);
  CHECK (with_sign (minus_two, one) == 2);
  CHECK (positive (minus_two) == 2);
  CHECK (positive (with_sign (one, minus_two)) == 1);
  return 0;
}
