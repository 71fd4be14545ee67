/* A fault handler that faults itself is not called again, unless it tries
   something: then it is, and that recovery does not end the first.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "^recovered 100 times$" } */
/* { dg-match "^calls 201$" } */
/* { dg-match "^libruntime: access violation reading 0x20 at pc 0x" } */
/* { dg-match "\n  load\\+0x\[^\n\]*\n  handler\\+0x\[^\n\]*\n  load\\+0x\[^\n\]*\n  main\\+0x" } */

#include <stdio.h>

#include "fault-test.h"

static volatile int calls, tries_first = 1;

static int NOINLINE
load (volatile int *p)
{
  int value = *p;

  BARRIER ();
  return value + 1;
}

static void
loads (void *arg)
{
  load (arg);
}

static void
handler (const struct rt_fault *fault)
{
  uintptr_t value = 0;

  calls++;
  if (fault->address == (void *) 0x40)
    rt_throw (0x40);
  if (tries_first)
    {
      CHECK_EQ (rt_try (loads, (void *) 0x40, &value), RT_ETHROWN);
      CHECK_EQ (value, 0x40);
      rt_throw ((uintptr_t) fault->address);
    }
  printf ("calls %d\n", calls);
  fflush (stdout);
  load ((volatile int *) 0x20);
  BARRIER ();
}

int
main (void)
{
  int i;

  CHECK_EQ (rt_fault_handler (handler), 0);
  for (i = 0; i < 100; i++)
    {
      uintptr_t value = 0;

      CHECK_EQ (rt_try (loads, (void *) 0x10, &value), RT_ETHROWN);
      CHECK_EQ (value, 0x10);
    }
  printf ("recovered %d times\n", i);
  tries_first = 0;
  return load ((volatile int *) 0x30);
}
