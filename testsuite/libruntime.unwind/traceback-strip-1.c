/* Without a symbol table, a traceback has module and offset.  */
/* { dg-do run } */
/* { dg-options "-s" } */
/* { dg-should-fail 2 } */
/* { dg-match "\ngoroutine 1 \\\[running\\\]:\n  traceback-strip-1.exe\\+0x\[0-9a-f\]+ .0x\[0-9a-f\]+.\n" } */

#include "rt-test.h"
#include "rt.h"

static int *volatile nowhere;

int
main (void)
{
  *nowhere = 1;
  return 0;
}
