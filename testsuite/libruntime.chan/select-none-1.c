/* RT_SELECT_NONE and cases without a channel are never ready, alone or among
   others.  */
/* { dg-do run } */

#include "chan-test.h"

static void
sender (void *arg)
{
  rt_sleep (SETTLE);
  send_int (arg, 3);
}

int
main (void)
{
  struct rt_chan *chan = chan_new (sizeof (int), 1);
  struct rt_select_case cases[4];
  size_t index = 9;
  int value = 1, i;

  cases[0] = recv_case (chan, &value);
  cases[0].op = RT_SELECT_NONE;
  cases[1] = recv_case (NULL, &value);
  cases[2] = send_case (NULL, NULL);
  cases[3] = recv_case (chan, &value);

  send_int (chan, 2);
  CHECK_EQ (rt_select (cases, 3, 0, &index), RT_EAGAIN);
  CHECK_EQ (rt_select (cases, 3, 5 * MS, &index), RT_ETIMEOUT);
  CHECK_EQ (rt_select (cases, 0, 5 * MS, &index), RT_ETIMEOUT);
  CHECK_EQ (rt_select (NULL, 0, 5 * MS, NULL), RT_ETIMEOUT);
  CHECK_EQ (value, 1);
  for (i = 0; i < 2; i++)
    {
      index = 9;
      CHECK_EQ (rt_select (cases, 4, RT_FOREVER, &index), 0);
      CHECK_EQ (index, 3);
      CHECK_EQ (value, 2 + i);
      if (i == 0)
        CHECK_EQ (rt_go (sender, chan), 0);
    }
  return 0;
}
