/* A closed channel gives what it holds, then RT_ECLOSED and zeros; sends and
   a second close give RT_ECLOSED.  */
/* { dg-do run } */

#include "chan-test.h"

struct elem
{
  long long a, b;
  char c;
};

int
main (void)
{
  struct rt_chan *chan = chan_new (sizeof (struct elem), 4);
  struct elem e = { 1, 2, 3 };
  int i;

  CHECK_EQ (rt_chan_send (chan, &e), 0);
  e.a = 10;
  CHECK_EQ (rt_chan_send (chan, &e), 0);
  CHECK_EQ (rt_chan_close (chan), 0);
  CHECK_EQ (rt_chan_close (chan), RT_ECLOSED);
  CHECK_EQ (rt_chan_send (chan, &e), RT_ECLOSED);
  CHECK_EQ (rt_chan_trysend (chan, &e), RT_ECLOSED);
  CHECK_EQ (rt_chan_len (chan), 2);

  CHECK_EQ (rt_chan_recv (chan, &e), 0);
  CHECK_EQ (e.a, 1);
  CHECK_EQ (rt_chan_tryrecv (chan, &e), 0);
  CHECK_EQ (e.a, 10);
  CHECK_EQ (e.c, 3);
  for (i = 0; i < 3; i++)
    {
      struct elem z = { 1, 2, 3 };

      CHECK_EQ (i == 1 ? rt_chan_tryrecv (chan, &z) : rt_chan_recv (chan, &z),
                RT_ECLOSED);
      CHECK (z.a == 0 && z.b == 0 && z.c == 0);
      CHECK_EQ (rt_chan_recv (chan, NULL), RT_ECLOSED);
    }
  CHECK_EQ (rt_chan_free (chan), 0);
  return 0;
}
