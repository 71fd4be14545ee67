/* A write to a page that is not there, on a goroutine that is not the first,
   deep enough that its stack has moved.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: access violation writing 0x12345678 at pc 0x" } */
/* { dg-match "\ngoroutine \[0-9\]+ \\\[running\\\]:\n  deep\\+0x\[0-9a-f\]+ in fault-write-1.exe .0x\[0-9a-f\]+.\n  deep\\+0x" } */
/* { dg-match "\n  \\.\\.\\. \[0-9\]+ frames \\.\\.\\.\n" } */
/* { dg-match "\n  deep\\+0x\[0-9a-f\]+ in fault-write-1.exe .0x\[0-9a-f\]+.\n  start\\+0x\[0-9a-f\]+ in fault-write-1.exe .0x\[0-9a-f\]+.\n$" } */

#include "rt-test.h"
#include "rt.h"

static int __attribute__ ((noinline))
deep (int n, volatile int *up)
{
  volatile int here = n + *up;

  if (n == 0)
    *(volatile int *) 0x12345678 = 1;
  else
    here += deep (n - 1, &here);
  return here;
}

static void
start (void *arg)
{
  volatile int x = 0;

  *(int *) arg = deep (500, &x) + x;
}

int
main (void)
{
  int result;

  CHECK_EQ (rt_go (start, &result), 0);
  rt_sleep (1000000000);
  return 0;
}
