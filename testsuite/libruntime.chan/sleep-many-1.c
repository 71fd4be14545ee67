/* Two thousand sleepers at once, and time-outs that are called off in any
   order, all come to their end.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 2000

static struct rt_waitgroup done;
static struct rt_chan *chan;
static int timeouts;

static void
sleeper (void *arg)
{
  unsigned x = (unsigned) (uintptr_t) arg * 2654435761u;

  if (x >> 31)
    rt_sleep ((x >> 20 & 63) * MS + 1);
  else
    {
      int value;
      struct rt_select_case c = recv_case (chan, &value);
      size_t index;
      uint32_t err = rt_select (&c, 1, x >> 30 ? 60000 * MS : 10 * MS, &index);

      if (err == RT_ETIMEOUT)
        __atomic_add_fetch (&timeouts, 1, __ATOMIC_SEQ_CST);
      else
        CHECK_EQ (err, 0);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  int i;

  chan = chan_new (sizeof (int), 0);
  CHECK_EQ (rt_waitgroup_add (&done, N), 0);
  for (i = 0; i < N; i++)
    CHECK_EQ (rt_go (sleeper, (void *) (intptr_t) i), 0);
  rt_sleep (60 * MS);
  CHECK_EQ (rt_chan_close (chan), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  CHECK (timeouts > 0 && timeouts <= N / 2);
  return 0;
}
