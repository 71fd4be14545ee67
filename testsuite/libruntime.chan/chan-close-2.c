/* Close wakes all who wait: receivers with zeros and RT_ECLOSED, senders
   with RT_ECLOSED, while what was in the channel stays.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 50

static struct rt_chan *chan;
static struct rt_waitgroup done;

static void
receiver (void *arg)
{
  int value = 5;

  (void) arg;
  CHECK_EQ (rt_chan_recv (chan, &value), RT_ECLOSED);
  CHECK_EQ (value, 0);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static void
sender (void *arg)
{
  int value = 6;

  (void) arg;
  CHECK_EQ (rt_chan_send (chan, &value), RT_ECLOSED);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static void
close_over (void (*waiter) (void *), size_t room)
{
  int i;

  chan = chan_new (sizeof (int), room);
  if (waiter == sender)
    for (i = 0; i < (int) room; i++)
      send_int (chan, i);
  CHECK_EQ (rt_waitgroup_add (&done, N), 0);
  for (i = 0; i < N; i++)
    CHECK_EQ (rt_go (waiter, NULL), 0);
  rt_sleep (SETTLE);
  CHECK_EQ (rt_chan_close (chan), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  if (waiter == sender)
    for (i = 0; i < (int) room; i++)
      CHECK_EQ (recv_int (chan), i);
  CHECK_EQ (rt_chan_recv (chan, NULL), RT_ECLOSED);
  CHECK_EQ (rt_chan_free (chan), 0);
}

int
main (void)
{
  close_over (receiver, 0);
  close_over (receiver, 3);
  close_over (sender, 0);
  close_over (sender, 3);
  return 0;
}
