/* No goroutine waits while a p is idle, though main computes: not when
   another blocks in Windows, not when a bound one parks.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=2" } */

#include <windows.h>

#include "rt-test.h"
#include "rt.h"

#define MANY 20

static volatile LONG ran, begun;
static struct rt_chan *never;

static void
small (void *arg)
{
  (void) arg;
  InterlockedIncrement (&ran);
}

static void
bound (void *arg)
{
  (void) arg;
  rt_lockosthread ();
  begun = 1;
  rt_chan_recv (never, NULL);
}

static void
blocked (void *arg)
{
  (void) arg;
  begun = 1;
  Sleep (3000);
}

/* Hold this p, for ten seconds at the most, until the others have run.  */
static void
compute (void)
{
  ULONGLONG start = GetTickCount64 ();

  while (ran < MANY && GetTickCount64 () - start < 10000)
    ;
}

static void
check (void (*other) (void *))
{
  int i;

  ran = begun = 0;
  CHECK_EQ (rt_go (other, NULL), 0);
  while (!begun)
    rt_gosched ();
  for (i = 0; i < MANY; i++)
    CHECK_EQ (rt_go (small, NULL), 0);
  compute ();
  CHECK_EQ (ran, MANY);
}

int
main (void)
{
  CHECK_EQ (rt_chan_new (0, 0, &never), 0);
  check (blocked);
  check (bound);
  return 0;
}
