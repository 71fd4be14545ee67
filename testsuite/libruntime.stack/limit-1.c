/* A goroutine whose control stack would pass RT_MAXSTACK ends the program
   with a message, a traceback and status 2.  */
/* { dg-do run } */
/* { dg-env "RT_MAXSTACK=64K" } */
/* { dg-should-fail 2 } */
/* { dg-match "stack overflow: the goroutine's stacks exceed RT_MAXSTACK" } */
/* { dg-match "\n  deep\\+0x" } */

#include "stack-test.h"

int
main (void)
{
  return (int) deep (UINT64_MAX, 1, 2, 3, 4, 5);
}
