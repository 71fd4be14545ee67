/* Each mistake with a channel gives the error that rt.h names.  */
/* { dg-do run } */

#include "chan-test.h"

static void
receiver (void *arg)
{
  recv_int (arg);
}

int
main (void)
{
  struct rt_chan *chan = NULL;
  int value = 3;

  CHECK_EQ (rt_chan_new (4, 1, NULL), RT_EINVAL);
  CHECK_EQ (rt_chan_new (SIZE_MAX, 1, &chan), RT_EINVAL);
  CHECK_EQ (rt_chan_new (SIZE_MAX / 2, 3, &chan), RT_EINVAL);
  CHECK_EQ (rt_chan_new (1, (size_t) 1 << 60, &chan), RT_ENOMEM);
  CHECK (chan == NULL);

  CHECK_EQ (rt_chan_free (NULL), RT_EINVAL);
  CHECK_EQ (rt_chan_send (NULL, &value), RT_EINVAL);
  CHECK_EQ (rt_chan_recv (NULL, &value), RT_EINVAL);
  CHECK_EQ (rt_chan_trysend (NULL, &value), RT_EINVAL);
  CHECK_EQ (rt_chan_tryrecv (NULL, &value), RT_EINVAL);
  CHECK_EQ (rt_chan_close (NULL), RT_EINVAL);
  CHECK_EQ (rt_chan_len (NULL), 0);
  CHECK_EQ (rt_chan_cap (NULL), 0);
  CHECK_EQ (value, 3);

  chan = chan_new (sizeof (int), 0);
  CHECK_EQ (rt_chan_send (chan, NULL), RT_EINVAL);
  CHECK_EQ (rt_chan_trysend (chan, NULL), RT_EINVAL);

  /* Somebody waits: it may not be freed.  */
  CHECK_EQ (rt_go (receiver, chan), 0);
  rt_sleep (SETTLE);
  CHECK_EQ (rt_chan_free (chan), RT_EINVAL);
  send_int (chan, 1);
  CHECK_EQ (rt_chan_free (chan), 0);
  return 0;
}
