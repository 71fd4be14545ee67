/* The traceback of a fault crosses a chained segment: pinned is variadic.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: access violation reading 0x0 at pc 0x" } */
/* { dg-match "\n  deep\\+0x\[^\n\]*\n  pinned\\+0x\[^\n\]*\n  main\\+0x" } */

#include <stdarg.h>

#include "rt-test.h"
#include "rt.h"

static int *volatile nowhere;

static int __attribute__ ((noinline))
deep (int n, volatile int *up)
{
  volatile int here = n + *up;

  here += n == 0 ? *nowhere : deep (n - 1, &here);
  return here;
}

static int __attribute__ ((noinline))
pinned (int n, ...)
{
  volatile int sum = 0;
  va_list ap;

  va_start (ap, n);
  sum = va_arg (ap, int);
  va_end (ap);
  return deep (n, &sum) + sum;
}

int
main (void)
{
  volatile int n = 300;

  return pinned (n, 1) + n;
}
