/* A garbage function address, where nothing is mapped, ends the program
   with a message, a traceback and status 2.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "rt_syscall: 0x123450000 is not the address of a function" } */
/* { dg-match "\n  main\\+0x" } */

#include "rt-test.h"
#include "rt.h"

int
main (void)
{
  rt_syscall ((void *) 0x123450000, 2, 1, 2, 3);
  return 0;
}
