/* A callback in a DLL's last moments, when Windows has ended the threads that
   had the p's, still runs, calls, and lets the process end.  */
/* { dg-do run } */
/* { dg-dll "exit-3-dll.c" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-should-fail 3 } */
/* { dg-match "^called with 7, 20 deep$" } */
/* { dg-timeout 20 } */

#include <stdio.h>
#include "rt-test.h"
#include "rt.h"

static volatile int busy_runs;

/* It never gives its p away.  */
static void
busy (void *arg)
{
  (void) arg;
  for (;;)
    busy_runs = 1;
}

static int
deep (int n)
{
  volatile char buffer[100];

  buffer[n] = 1;
  return n ? deep (n - 1) + buffer[n] : 0;
}

static int
at_end (int n)
{
  printf ("called with %d, %d deep\n", n, deep (20));
  fflush (stdout);
  return 0;
}

int
main (void)
{
  void *set_end = test_proc ("exit-3-dll.dll", "set_end"), *callback;

  CHECK_EQ (rt_callback_new (at_end, "i(i)", &callback), 0);
  rt_syscall (set_end, 1, (uintptr_t) callback, 0, 0);
  CHECK_EQ (rt_go (busy, NULL), 0);
  /* Meanwhile sysmon gives the p to busy.  */
  rt_syscall (test_proc ("exit-3-dll.dll", "exit_when"), 2,
              (uintptr_t) &busy_runs, 3, 0);
  return 1;
}
