/* A call through a NULL function pointer ends the program with a message, a
   traceback and status 2.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: access violation reading 0x0 at pc" } */
/* { dg-match "\n  main\\+0x" } */

#include "rt-test.h"
#include "rt.h"

static void (*volatile pointer) (int);

int
main (void)
{
  pointer (5);
  return 0;
}
