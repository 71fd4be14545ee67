/* rt_chan_len and rt_chan_cap follow what the channel holds.  */
/* { dg-do run } */

#include "chan-test.h"

int
main (void)
{
  struct rt_chan *chan = chan_new (sizeof (int), 3);
  struct rt_chan *bare = chan_new (sizeof (int), 0);
  int round, i;

  CHECK_EQ (rt_chan_cap (chan), 3);
  CHECK_EQ (rt_chan_cap (bare), 0);
  CHECK_EQ (rt_chan_len (bare), 0);
  for (round = 0; round < 5; round++)
    {
      CHECK_EQ (rt_chan_len (chan), 0);
      for (i = 0; i < 3; i++)
        {
          send_int (chan, round + i);
          CHECK_EQ (rt_chan_len (chan), i + 1);
        }
      for (i = 0; i < 2; i++)
        CHECK_EQ (recv_int (chan), round + i);
      CHECK_EQ (rt_chan_len (chan), 1);
      send_int (chan, 99);
      CHECK_EQ (rt_chan_len (chan), 2);
      CHECK_EQ (recv_int (chan), round + 2);
      CHECK_EQ (recv_int (chan), 99);
    }
  CHECK_EQ (rt_chan_free (chan), 0);
  CHECK_EQ (rt_chan_free (bare), 0);
  return 0;
}
