/* Among cases that are ready a select takes each about as often.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 6000

int
main (void)
{
  struct rt_chan *full = chan_new (sizeof (int), N);
  struct rt_chan *empty = chan_new (sizeof (int), N);
  struct rt_chan *closed = chan_new (sizeof (int), 0);
  struct rt_chan *never = chan_new (sizeof (int), 0);
  int value, seven = 7, round, i;

  CHECK_EQ (rt_chan_close (closed), 0);
  for (i = 0; i < N; i++)
    send_int (full, i);

  for (round = 0; round < 2; round++)
    {
      int taken[6] = { 0 };

      for (i = 0; i < N / 2; i++)
        {
          struct rt_select_case cases[6]
            = { recv_case (never, &value), recv_case (full, &value),
                send_case (empty, &seven), recv_case (NULL, &value),
                recv_case (closed, &value), send_case (never, &seven) };
          size_t index = 9;

          CHECK_EQ (rt_select (cases, 6, round ? RT_FOREVER : 0, &index), 0);
          CHECK (index < 6);
          CHECK_EQ (cases[index].err, index == 4 ? RT_ECLOSED : 0);
          taken[index]++;
        }
      CHECK_EQ (taken[0] + taken[3] + taken[5], 0);
      for (i = 1; i <= 4; i++)
        if (i != 3)
          CHECK (taken[i] > N / 2 / 4 && taken[i] < N / 2 * 5 / 12);
    }
  return 0;
}
