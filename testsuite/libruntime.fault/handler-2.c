/* A fault handler that waits, grows, and declines: the fault is reported as
   without it, at the faulting instruction.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "^handled 2 of 2$" } */
/* { dg-match "^libruntime: access violation writing 0x8 at pc 0x\[0-9a-f\]+$" } */
/* { dg-match "\ngoroutine 1 .running.:\n  faults\\+0x\[^\n\]*\n  descend\\+0x\[^\n\]*\n  descend\\+0x" } */
/* { dg-match "\n  main\\+0x" } */

#include <stdio.h>

#include "fault-test.h"

static volatile int handled;

static void
handler (const struct rt_fault *fault)
{
  CHECK (fault->address == (void *) 8);
  handled++;
  rt_sleep (MS);
  CHECK_EQ (deep (300, 1, 2, 3, 4, 5), 315);
  handled++;
  printf ("handled %d of 2\n", handled);
  fflush (stdout);
}

static void NOINLINE
faults (void *arg)
{
  *(volatile int *) arg = 1;
}

int
main (void)
{
  volatile int n = 1;

  CHECK_EQ (rt_fault_handler (handler), 0);
  return descend (20, faults, (void *) 8) + n;
}
