/* alloca of more than RT_MAXSTACK ends the program with a message and status
   2, however much more it is.  */
/* { dg-do run } */
/* { dg-env "RT_MAXSTACK=1M" } */
/* { dg-should-fail 2 } */
/* { dg-match "stack overflow: the goroutine's stacks exceed RT_MAXSTACK" } */

#include "stack-test.h"

static void NOINLINE
take (size_t size)
{
  char *volatile p = __builtin_alloca (size);

  p[0] = 1;
}

int
main (void)
{
  size_t volatile size = 500000;

  take (size);
  size = (size_t) 1 << 45;
  take (size);
  return 0;
}
