/* RT_TRACEBACK=all shows the others too, with what they wait for.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-env "RT_TRACEBACK=all" } */
/* { dg-match "libruntime: access violation writing 0x0 at" } */
/* { dg-match "goroutine 1 \\\[running\\\]:\n  main\\+0x" } */
/* { dg-match "\\\[chan receive\\\]:\n  receiver\\+0x" } */
/* { dg-match "\\\[sleep\\\]:\n  sleeper\\+0x" } */
/* { dg-match "\\\[running\\\]:\n  blocked\\+0x" } */

#include "rt-test.h"
#include "rt.h"

static int *volatile nowhere;

static void
receiver (void *arg)
{
  CHECK_EQ (rt_chan_recv (arg, NULL), 0);
}

static void
sleeper (void *arg)
{
  rt_sleep ((uintptr_t) arg);
  CHECK (0);
}

static void
blocked (void *arg)
{
  Sleep ((unsigned long) (uintptr_t) arg);
  CHECK (0);
}

int
main (void)
{
  struct rt_chan *chan;

  CHECK_EQ (rt_chan_new (0, 0, &chan), 0);
  CHECK_EQ (rt_go (receiver, chan), 0);
  CHECK_EQ (rt_go (sleeper, (void *) 60000000000), 0);
  CHECK_EQ (rt_go (blocked, (void *) 60000), 0);
  rt_sleep (300000000);
  *nowhere = 1;
  return 0;
}
