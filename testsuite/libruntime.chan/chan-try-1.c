/* rt_chan_trysend and rt_chan_tryrecv do what can be done at once, also with
   a peer that waits, and say RT_EAGAIN otherwise.  */
/* { dg-do run } */

#include "chan-test.h"

static struct rt_chan *bare, *answer;

static void
receiver (void *arg)
{
  (void) arg;
  send_int (answer, recv_int (bare));
}

static void
sender (void *arg)
{
  (void) arg;
  send_int (bare, 43);
  send_int (answer, 44);
}

int
main (void)
{
  struct rt_chan *chan = chan_new (sizeof (int), 2);
  int value = 1;

  bare = chan_new (sizeof (int), 0);
  answer = chan_new (sizeof (int), 1);

  CHECK_EQ (rt_chan_tryrecv (chan, &value), RT_EAGAIN);
  CHECK_EQ (value, 1);
  CHECK_EQ (rt_chan_trysend (chan, &value), 0);
  value = 2;
  CHECK_EQ (rt_chan_trysend (chan, &value), 0);
  CHECK_EQ (rt_chan_trysend (chan, &value), RT_EAGAIN);
  CHECK_EQ (rt_chan_tryrecv (chan, &value), 0);
  CHECK_EQ (value, 1);
  CHECK_EQ (rt_chan_tryrecv (chan, NULL), 0);
  CHECK_EQ (rt_chan_tryrecv (chan, NULL), RT_EAGAIN);

  CHECK_EQ (rt_chan_trysend (bare, &value), RT_EAGAIN);
  CHECK_EQ (rt_chan_tryrecv (bare, &value), RT_EAGAIN);

  CHECK_EQ (rt_go (receiver, NULL), 0);
  value = 42;
  while (rt_chan_trysend (bare, &value) == RT_EAGAIN)
    rt_gosched ();
  CHECK_EQ (recv_int (answer), 42);

  CHECK_EQ (rt_go (sender, NULL), 0);
  while (rt_chan_tryrecv (bare, &value) == RT_EAGAIN)
    rt_gosched ();
  CHECK_EQ (value, 43);
  CHECK_EQ (recv_int (answer), 44);
  return 0;
}
