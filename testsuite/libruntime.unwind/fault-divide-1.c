/* An integer division by zero is reported.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: integer division by zero at pc 0x" } */
/* { dg-match "\n  divide\\+0x" } */

#include "rt-test.h"
#include "rt.h"

static volatile int zero;

static int __attribute__ ((noinline))
divide (int n)
{
  return n / zero;
}

int
main (void)
{
  volatile int n = 1;

  return divide (n) + n;
}
