/* On a system stack everything works that need not wait; what would have to
   wait says RT_ENOTG and changes nothing.  */
/* { dg-do run } */

#include "chan-test.h"

static struct rt_chan *chan, *bare;

static uintptr_t
on_system_stack (void *arg)
{
  struct rt_select_case cases[2];
  size_t index = 9;
  int value = 1;

  (void) arg;
  CHECK_EQ (rt_chan_send (chan, &value), 0);
  CHECK_EQ (rt_chan_send (chan, &value), RT_ENOTG);
  CHECK_EQ (rt_chan_trysend (chan, &value), RT_EAGAIN);
  CHECK_EQ (rt_chan_len (chan), 1);
  value = 2;
  CHECK_EQ (rt_chan_recv (chan, &value), 0);
  CHECK_EQ (value, 1);
  CHECK_EQ (rt_chan_recv (chan, &value), RT_ENOTG);
  CHECK_EQ (rt_chan_send (bare, &value), RT_ENOTG);
  CHECK_EQ (rt_chan_recv (bare, &value), RT_ENOTG);

  cases[0] = recv_case (chan, &value);
  cases[1] = send_case (bare, &value);
  CHECK_EQ (rt_select (cases, 2, 0, &index), RT_EAGAIN);
  CHECK_EQ (rt_select (cases, 2, RT_FOREVER, &index), RT_ENOTG);
  CHECK_EQ (rt_select (cases, 2, 5 * MS, &index), RT_ENOTG);
  CHECK_EQ (index, 9);
  value = 7;
  cases[0].op = RT_SELECT_SEND;
  CHECK_EQ (rt_select (cases, 2, RT_FOREVER, &index), 0);
  CHECK_EQ (index, 0);
  CHECK_EQ (cases[0].err, 0);
  return 5;
}

int
main (void)
{
  chan = chan_new (sizeof (int), 1);
  bare = chan_new (sizeof (int), 0);
  CHECK_EQ (rt_cgocall (on_system_stack, NULL), 5);
  CHECK_EQ (recv_int (chan), 7);
  CHECK_EQ (rt_chan_free (chan), 0);
  CHECK_EQ (rt_chan_free (bare), 0);
  return 0;
}
