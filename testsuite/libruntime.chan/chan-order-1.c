/* Elements come out of a channel in the order in which they went in, with
   room in it or not.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 3000

static void
producer (void *arg)
{
  int i;

  for (i = 0; i < N; i++)
    send_int (arg, i);
  CHECK_EQ (rt_chan_close (arg), 0);
}

int
main (void)
{
  static const size_t room[] = { 0, 1, 2, 7, N };
  size_t k;

  for (k = 0; k < sizeof room / sizeof *room; k++)
    {
      struct rt_chan *chan = chan_new (sizeof (int), room[k]);
      int i, value = 5;

      CHECK_EQ (rt_go (producer, chan), 0);
      for (i = 0; i < N; i++)
        CHECK_EQ (recv_int (chan), i);
      CHECK_EQ (rt_chan_recv (chan, &value), RT_ECLOSED);
      CHECK_EQ (value, 0);
      CHECK_EQ (rt_chan_free (chan), 0);
    }
  return 0;
}
