/* A function of sysv_abi has no unwind information; its check calls from
   behind it all the same.  */
/* { dg-do run } */

#include "plugin-test.h"

#define DEPTH 2000

static int NOINLINE __attribute__ ((sysv_abi))
sysv (int n, double d, long double l)
{
  int sum = (int) d + (int) l;

  if (n > 0)
    sum = sysv (n - 1, d, l);
  __asm__ ("" : "+r"(sum));
  return sum + (n > 0);
}

static int NOINLINE
ms (int n)
{
  int sum = 0;

  if (n > 0)
    sum = ms (n - 1);
  __asm__ ("" : "+r"(sum));
  return sum + (n > 0);
}

static void
run (void *unused)
{
  (void) unused;
  CHECK_EQ (sysv (DEPTH, 20.5, 22.5L), DEPTH + 42);
  CHECK_EQ (ms (DEPTH), DEPTH);
}

int
main (void)
{
  run (NULL);
  return 0;
}
