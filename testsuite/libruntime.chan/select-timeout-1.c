/* A select that finds nothing says RT_ETIMEOUT, not before its time; one
   that finds something in time does not.  */
/* { dg-do run } */

#include "chan-test.h"

static void
sender (void *arg)
{
  rt_sleep (10 * MS);
  send_int (arg, 8);
}

int
main (void)
{
  struct rt_chan *chan = chan_new (sizeof (int), 0);
  struct rt_chan *other = chan_new (sizeof (int), 0);
  int value = 4, i;

  for (i = 0; i < 5; i++)
    {
      struct rt_select_case cases[2]
        = { recv_case (chan, &value), send_case (other, &value) };
      size_t index = 9;
      uint64_t before = test_ms ();

      CHECK_EQ (rt_select (cases, 2, 40 * MS, &index), RT_ETIMEOUT);
      CHECK (test_ms () - before >= 39);
      CHECK_EQ (index, 9);
      CHECK_EQ (value, 4);

      CHECK_EQ (rt_go (sender, chan), 0);
      CHECK_EQ (rt_select (cases, 2, 30000 * MS, &index), 0);
      CHECK (test_ms () - before < 30000);
      CHECK_EQ (index, 0);
      CHECK_EQ (cases[0].err, 0);
      CHECK_EQ (value, 8);
      value = 4;
    }
  CHECK_EQ (rt_chan_free (chan), 0);
  CHECK_EQ (rt_chan_free (other), 0);
  return 0;
}
