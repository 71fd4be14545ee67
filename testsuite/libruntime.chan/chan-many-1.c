/* Many senders and receivers on one channel: each element arrives once.  */
/* { dg-do run } */

#include "chan-test.h"

#define SENDERS 16
#define RECEIVERS 9
#define EACH 500

static struct rt_chan *chan;
static struct rt_waitgroup sent, received;
static char seen[SENDERS * EACH];

static void
sender (void *arg)
{
  int i, first = (int) (intptr_t) arg * EACH;

  for (i = first; i < first + EACH; i++)
    send_int (chan, i);
  CHECK_EQ (rt_waitgroup_done (&sent), 0);
}

static void
receiver (void *arg)
{
  int value;

  (void) arg;
  while (rt_chan_recv (chan, &value) == 0)
    {
      CHECK (value >= 0 && value < SENDERS * EACH);
      CHECK_EQ (__atomic_exchange_n (&seen[value], 1, __ATOMIC_SEQ_CST), 0);
    }
  CHECK_EQ (rt_waitgroup_done (&received), 0);
}

int
main (void)
{
  size_t room;
  int i;

  for (room = 0; room < 6; room += 5)
    {
      chan = chan_new (sizeof (int), room);
      CHECK_EQ (rt_waitgroup_add (&sent, SENDERS), 0);
      CHECK_EQ (rt_waitgroup_add (&received, RECEIVERS), 0);
      for (i = 0; i < RECEIVERS; i++)
        CHECK_EQ (rt_go (receiver, NULL), 0);
      for (i = 0; i < SENDERS; i++)
        CHECK_EQ (rt_go (sender, (void *) (intptr_t) i), 0);
      CHECK_EQ (rt_waitgroup_wait (&sent), 0);
      CHECK_EQ (rt_chan_close (chan), 0);
      CHECK_EQ (rt_waitgroup_wait (&received), 0);
      for (i = 0; i < SENDERS * EACH; i++)
        {
          CHECK_EQ (seen[i], 1);
          seen[i] = 0;
        }
      CHECK_EQ (rt_chan_free (chan), 0);
    }
  return 0;
}
