/* RT_DEBUG=stacks,sched prints a line for each event, and changes nothing.  */
/* { dg-do run } */
/* { dg-env "RT_DEBUG=stacks,sched" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-match "^libruntime: sched: goroutine 2: is made .thread \[0-9\]+.$" } */
/* { dg-match "^libruntime: sched: goroutine 2: runs .thread \[0-9\]+.$" } */
/* { dg-match "^libruntime: stacks: goroutine 2: control stack moves, \[0-9\]+ -> \[0-9\]+ bytes$" } */
/* { dg-match "^libruntime: stacks: goroutine 2: data stack grows, 0 -> \[0-9\]+ bytes$" } */
/* { dg-match "^libruntime: stacks: goroutine 2: a segment is chained, \[0-9\]+ -> \[0-9\]+ bytes$" } */
/* { dg-match "^libruntime: sched: goroutine 2: waits, chan receive " } */
/* { dg-match "^libruntime: sched: goroutine 2: is ready " } */
/* { dg-match "^libruntime: sched: goroutine 2: loses its p, in a long call " } */
/* { dg-match "^libruntime: sched: goroutine 2: ends " } */
/* { dg-match "^rt-test: \[0-9\]+ checks passed$" } */

#include <setjmp.h>
#include "rt-test.h"
#include "rt.h"

static struct rt_chan *numbers, *done;
static volatile int receives;

static int __attribute__ ((noinline))
deep (int n)
{
  volatile char buffer[100];

  buffer[n % 100] = 1;
  return n ? deep (n - 1) + buffer[n % 100] : 0;
}

/* Pinned: what it calls chains.  */
static int __attribute__ ((noinline))
pinned (int n)
{
  jmp_buf jump;

  if (setjmp (jump))
    return 0;
  return deep (n);
}

static void
goroutine (void *arg)
{
  int n = 0;

  (void) arg;
  CHECK_EQ (deep (200), 200);
  SetLastError (77);
  CHECK_EQ (pinned (2000), 2000);
  CHECK_EQ (GetLastError (), 77);
  receives = 1;
  CHECK_EQ (rt_chan_recv (numbers, &n), 0);
  CHECK_EQ (n, 5);
  Sleep (200);
  CHECK_EQ (rt_chan_close (done), 0);
}

static volatile int stop;

static void
busy (void *arg)
{
  (void) arg;
  while (!stop)
    rt_gosched ();
}

int
main (void)
{
  int n = 5;

  CHECK_EQ (rt_chan_new (sizeof n, 0, &numbers), 0);
  CHECK_EQ (rt_chan_new (0, 0, &done), 0);
  CHECK_EQ (rt_go (goroutine, NULL), 0);
  while (!receives)
    rt_sleep (20000000);
  rt_sleep (20000000);
  CHECK_EQ (rt_go (busy, NULL), 0);
  CHECK_EQ (rt_chan_send (numbers, &n), 0);
  CHECK_EQ (rt_chan_recv (done, NULL), RT_ECLOSED);
  stop = 1;
  rt_gosched ();
  return 0;
}
