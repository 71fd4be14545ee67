/* A select with no time takes what is ready and says RT_EAGAIN if nothing
   is.  */
/* { dg-do run } */

#include "chan-test.h"

int
main (void)
{
  struct rt_chan *a = chan_new (sizeof (int), 1);
  struct rt_chan *b = chan_new (sizeof (int), 1);
  int i, in, out;

  for (i = 0; i < 100; i++)
    {
      struct rt_select_case cases[2]
        = { recv_case (a, &in), recv_case (b, &in) };
      size_t index = 9;

      in = -1;
      CHECK_EQ (rt_select (cases, 2, 0, &index), RT_EAGAIN);
      CHECK_EQ (rt_select (cases, 1, 0, &index), RT_EAGAIN);
      CHECK_EQ (rt_select (cases, 0, 0, &index), RT_EAGAIN);
      CHECK_EQ (index, 9);
      CHECK_EQ (in, -1);

      send_int (i & 1 ? b : a, i);
      CHECK_EQ (rt_select (cases, 2, 0, &index), 0);
      CHECK_EQ (index, i & 1);
      CHECK_EQ (cases[index].err, 0);
      CHECK_EQ (in, i);

      out = i + 1000;
      cases[1] = send_case (b, &out);
      CHECK_EQ (rt_select (cases, 2, 0, &index), 0);
      CHECK_EQ (index, 1);
      CHECK_EQ (rt_select (cases, 2, 0, &index), RT_EAGAIN);
      CHECK_EQ (recv_int (b), out);
    }
  return 0;
}
