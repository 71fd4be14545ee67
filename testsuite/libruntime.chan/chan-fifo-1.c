/* Those who wait on a channel are served in the order in which they came.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 8

static struct rt_chan *chan, *answer;
static int begun;

static void
receiver (void *arg)
{
  __atomic_store_n (&begun, 1, __ATOMIC_SEQ_CST);
  send_int (answer, 100 * (int) (intptr_t) arg + recv_int (chan));
}

static void
sender (void *arg)
{
  __atomic_store_n (&begun, 1, __ATOMIC_SEQ_CST);
  send_int (chan, (int) (intptr_t) arg);
}

/* Start one and let it park.  */
static void
start (void (*fn) (void *), int i)
{
  __atomic_store_n (&begun, 0, __ATOMIC_SEQ_CST);
  CHECK_EQ (rt_go (fn, (void *) (intptr_t) i), 0);
  while (!__atomic_load_n (&begun, __ATOMIC_SEQ_CST))
    rt_gosched ();
  rt_sleep (SETTLE);
}

int
main (void)
{
  int i;

  chan = chan_new (sizeof (int), 0);
  answer = chan_new (sizeof (int), N);
  for (i = 0; i < N; i++)
    start (receiver, i);
  for (i = 0; i < N; i++)
    {
      send_int (chan, i);
      CHECK_EQ (recv_int (answer), 101 * i);
    }
  for (i = 0; i < N; i++)
    start (sender, i);
  for (i = 0; i < N; i++)
    CHECK_EQ (recv_int (chan), i);
  return 0;
}
