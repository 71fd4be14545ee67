/* Plain code that tries to park.  */

#include "rt-test.h"
#include "rt.h"

void plain_code (struct rt_chan *chan, struct rt_mutex *locked,
                 struct rt_waitgroup *busy);
void plain_caller (void (*fn) (void));

void
plain_code (struct rt_chan *chan, struct rt_mutex *locked,
            struct rt_waitgroup *busy)
{
  struct rt_select_case c = { RT_SELECT_RECV, chan, NULL, 0 };
  size_t index;
  int value = 0;

  CHECK_EQ (rt_park (), RT_ENOTG);
  CHECK_EQ (rt_chan_send (chan, &value), RT_ENOTG);
  CHECK_EQ (rt_chan_recv (chan, &value), RT_ENOTG);
  CHECK_EQ (rt_select (&c, 1, RT_FOREVER, &index), RT_ENOTG);
  CHECK_EQ (rt_mutex_lock (locked), RT_ENOTG);
  CHECK_EQ (rt_waitgroup_wait (busy), RT_ENOTG);
  /* What does not block is fine, and so is waiting as a thread.  */
  CHECK_EQ (rt_chan_trysend (chan, &value), RT_EAGAIN);
  CHECK_EQ (rt_mutex_trylock (locked), RT_EAGAIN);
  rt_gosched ();
  rt_sleep (1000);
}

void
plain_caller (void (*fn) (void))
{
  fn ();
}
