/* A case of a closed channel is ready, with RT_ECLOSED and zeros; close
   wakes selects that wait to send or to receive.  */
/* { dg-do run } */

#include "chan-test.h"

static void
closer (void *arg)
{
  rt_sleep (SETTLE);
  CHECK_EQ (rt_chan_close (arg), 0);
}

int
main (void)
{
  int waits, way;

  for (waits = 0; waits < 2; waits++)
    for (way = 0; way < 2; way++)
      {
        struct rt_chan *chan = chan_new (sizeof (int), 0);
        struct rt_chan *never = chan_new (sizeof (int), 0);
        int value = 5;
        struct rt_select_case cases[3]
          = { recv_case (never, &value), recv_case (chan, &value),
              send_case (never, &value) };
        size_t index = 9;

        if (way)
          cases[1] = send_case (chan, &value);
        if (waits)
          CHECK_EQ (rt_go (closer, chan), 0);
        else
          CHECK_EQ (rt_chan_close (chan), 0);
        CHECK_EQ (rt_select (cases, 3, RT_FOREVER, &index), 0);
        CHECK_EQ (index, 1);
        CHECK_EQ (cases[1].err, RT_ECLOSED);
        CHECK_EQ (cases[0].err, 77);
        CHECK_EQ (cases[2].err, 77);
        CHECK_EQ (value, way ? 5 : 0);
        CHECK_EQ (rt_chan_free (chan), 0);
        CHECK_EQ (rt_chan_free (never), 0);
      }
  return 0;
}
