/* TerminateThread in a callback, whatever the callback is doing: the p that
   the thread had, or was to get, comes back, and so does a goroutine that
   nobody can run any more.  */
/* { dg-do run } */
/* { dg-plain-sources "terminate-plain.c" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-timeout 30 } */

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"

/* What it is doing.  */
enum { RETURNED, COMPUTES, CALLS, PARKED, WAITS_FOR_P, STATES };

#define ROUNDS 4

static volatile int inside, steps;
static struct rt_chan *chan;
static int runs;

static int
called_back (int state)
{
  int value = 0;

  inside = 1;
  switch (state)
    {
    case COMPUTES:
      /* Without a check, or it might die in the runtime with a lock.  */
      for (;;)
        steps++;
    case CALLS:
      Sleep ((unsigned long) -1);
      break;
    case PARKED:
      CHECK_EQ (rt_chan_recv (chan, &value), 0);
      break;
    case WAITS_FOR_P:
      Sleep (10);       /* Meanwhile main takes the p.  */
      break;
    default:
      break;
    }
  return value;
}

static void
other (void *arg)
{
  (void) arg;
  runs++;
}

int
main (void)
{
  void *callback;
  int state, i, value = 1;

  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  CHECK_EQ (rt_chan_new (sizeof (int), 0, &chan), 0);
  for (i = 0; i < ROUNDS * STATES; i++)
    {
      state = i % STATES;
      inside = 0;
      start_and_terminate ((int (*) (int)) callback, state, &inside, 20);
      while (!inside)
        rt_sleep (MS);
      /* No check: main keeps the p.  */
      while (state == WAITS_FOR_P && !terminated)
        ;
      while (!terminated)
        rt_sleep (MS);
      /* A send that finds the dead receiver.  */
      if (state == PARKED)
        CHECK_EQ (rt_chan_trysend (chan, &value), 0);
      CHECK_EQ (rt_go (other, NULL), 0);
      while (runs <= i)
        rt_sleep (MS);
    }
  /* Others that come see that a thread is dead.  */
  for (i = 0; i < 50 && rt_numgoroutine () > 1; i++)
    {
      start_and_terminate ((int (*) (int)) callback, RETURNED, &returned, 0);
      while (!terminated)
        rt_sleep (MS);
    }
  CHECK_EQ (rt_numgoroutine (), 1);
  return 0;
}
