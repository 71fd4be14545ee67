/* A read of address 0 in growable code ends with a report and a traceback
   with the functions' names.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: access violation reading 0x0 at pc 0x\[0-9a-f\]+\n" } */
/* { dg-match "\ngoroutine 1 \\\[running\\\]:\n  reader\\+0x\[0-9a-f\]+ in fault-read-1.exe .0x\[0-9a-f\]+.\n  caller\\+0x\[0-9a-f\]+ in fault-read-1.exe .0x\[0-9a-f\]+.\n  main\\+0x" } */

#include "rt-test.h"
#include "rt.h"

static int *volatile nowhere;

static int __attribute__ ((noinline))
reader (int n)
{
  return *nowhere + n;
}

static int __attribute__ ((noinline))
caller (volatile int *p)
{
  return reader (*p) + *p;
}

int
main (void)
{
  volatile int n = 1;

  return caller (&n) + n;
}
