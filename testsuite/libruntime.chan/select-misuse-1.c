/* Each mistake with a select gives RT_EINVAL and changes nothing.  */
/* { dg-do run } */

#include "chan-test.h"

int
main (void)
{
  struct rt_chan *chan = chan_new (sizeof (int), 1);
  struct rt_chan *tokens = chan_new (0, 1);
  int value = 3;
  struct rt_select_case cases[2]
    = { send_case (chan, &value), send_case (chan, NULL) };
  size_t index = 9;

  CHECK_EQ (rt_select (NULL, 1, 0, &index), RT_EINVAL);
  CHECK_EQ (rt_select (cases, 1, 0, NULL), RT_EINVAL);
  CHECK_EQ (rt_select (cases, 65537, 0, &index), RT_EINVAL);
  CHECK_EQ (rt_select (cases, SIZE_MAX, 0, &index), RT_EINVAL);
  CHECK_EQ (rt_select (cases, 2, 0, &index), RT_EINVAL);
  cases[1].op = (enum rt_select_op) 3;
  CHECK_EQ (rt_select (cases, 2, RT_FOREVER, &index), RT_EINVAL);
  CHECK_EQ (rt_chan_len (chan), 0);
  CHECK_EQ (index, 9);
  CHECK_EQ (cases[0].err, 77);

  /* Elements of no bytes need no place.  */
  cases[1] = send_case (tokens, NULL);
  CHECK_EQ (rt_select (&cases[1], 1, 0, &index), 0);
  cases[1] = recv_case (tokens, NULL);
  CHECK_EQ (rt_select (&cases[1], 1, 0, &index), 0);
  return 0;
}
