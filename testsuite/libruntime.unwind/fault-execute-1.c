/* A call of what is no code is reported as such, at its caller.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: call: 0x\[0-9a-f\]+ is not the address of a function\n" } */
/* { dg-match "\n  astray\\+0x\[0-9a-f\]+ in fault-execute-1.exe .0x\[0-9a-f\]+.\n  main\\+0x" } */

#include "rt-test.h"
#include "rt.h"

static int data[16] = { 1, 2, 3 };

static int __attribute__ ((noinline))
astray (int (*fn) (int))
{
  return fn (1) + 1;
}

int
main (void)
{
  volatile int n = 1;

  return astray ((int (*) (int)) (uintptr_t) data) + n;
}
