/* A rt_ready that comes before rt_park counts, twice counts once, a sleeping
   goroutine keeps it; on a goroutine that has ended it gives RT_EINVAL.  */
/* { dg-do run } */

#include "chan-test.h"

static struct rt_g *other;
static int step;
static struct rt_chan *chan;

static void
parker (void *arg)
{
  (void) arg;
  other = rt_self ();
  send_int (chan, 1);
  rt_sleep (2 * SETTLE);
  CHECK_EQ (rt_park (), 0);
  __atomic_store_n (&step, 1, __ATOMIC_SEQ_CST);
  CHECK_EQ (rt_park (), 0);
  __atomic_store_n (&step, 2, __ATOMIC_SEQ_CST);
}

int
main (void)
{
  chan = chan_new (sizeof (int), 0);
  CHECK_EQ (rt_ready (NULL), RT_EINVAL);

  /* To itself.  */
  CHECK_EQ (rt_ready (rt_self ()), 0);
  CHECK_EQ (rt_park (), 0);

  CHECK_EQ (rt_go (parker, NULL), 0);
  CHECK_EQ (recv_int (chan), 1);
  CHECK_EQ (rt_ready (other), 0);
  CHECK_EQ (rt_ready (other), 0);
  CHECK_EQ (__atomic_load_n (&step, __ATOMIC_SEQ_CST), 0);
  rt_sleep (4 * SETTLE);
  CHECK_EQ (__atomic_load_n (&step, __ATOMIC_SEQ_CST), 1);
  CHECK_EQ (rt_ready (other), 0);
  while (__atomic_load_n (&step, __ATOMIC_SEQ_CST) != 2)
    rt_gosched ();
  rt_sleep (SETTLE);
  CHECK_EQ (rt_ready (other), RT_EINVAL);
  return 0;
}
