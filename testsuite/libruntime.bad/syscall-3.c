/* A function address that is one of data ends the program likewise, with
   arguments on the stack too.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "rt_syscall: 0x\[0-9a-f\]+ is not the address of a func" } */

#include "rt-test.h"
#include "rt.h"

static char data[100];

int
main (void)
{
  rt_syscall9 (data, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  return 0;
}
