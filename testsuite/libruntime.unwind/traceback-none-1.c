/* RT_TRACEBACK=none leaves one line.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-env "RT_TRACEBACK=none" } */
/* { dg-match "^libruntime: access violation writing 0x0 at pc 0x\[0-9a-f\]+\n$" } */

#include "rt-test.h"
#include "rt.h"

static int *volatile nowhere;

int
main (void)
{
  *nowhere = 1;
  return 0;
}
