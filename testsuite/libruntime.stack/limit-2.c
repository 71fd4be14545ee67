/* A goroutine whose data stack would pass RT_MAXSTACK ends the program with
   a message, a traceback and status 2.  */
/* { dg-do run } */
/* { dg-env "RT_MAXSTACK=4M" } */
/* { dg-should-fail 2 } */
/* { dg-match "stack overflow: the goroutine's stacks exceed RT_MAXSTACK" } */
/* { dg-match "\n  large\\+0x" } */

#include "stack-test.h"

static int NOINLINE
large (int depth)
{
  volatile char buffer[50000];

  buffer[depth % 50000] = 1;
  return depth < 0 ? 0 : large (depth + 1) + buffer[depth % 50000];
}

int
main (void)
{
  return large (0);
}
