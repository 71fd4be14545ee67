/* A mutex goes to those who wait in the order in which they asked, and nobody
   gets in between; whoever unlocks it need not be its owner.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 8

static struct rt_mutex mutex;
static struct rt_chan *order;
static int begun;

static void
worker (void *arg)
{
  __atomic_store_n (&begun, 1, __ATOMIC_SEQ_CST);
  CHECK_EQ (rt_mutex_lock (&mutex), 0);
  send_int (order, (int) (intptr_t) arg);
}

int
main (void)
{
  int i;

  order = chan_new (sizeof (int), N);
  CHECK_EQ (rt_mutex_lock (&mutex), 0);
  for (i = 0; i < N; i++)
    {
      __atomic_store_n (&begun, 0, __ATOMIC_SEQ_CST);
      CHECK_EQ (rt_go (worker, (void *) (intptr_t) i), 0);
      while (!__atomic_load_n (&begun, __ATOMIC_SEQ_CST))
        rt_gosched ();
      rt_sleep (SETTLE);
    }
  for (i = 0; i < N; i++)
    {
      CHECK_EQ (rt_mutex_unlock (&mutex), 0);
      CHECK_EQ (rt_mutex_trylock (&mutex), RT_EAGAIN);
      CHECK_EQ (recv_int (order), i);
    }
  CHECK_EQ (rt_mutex_unlock (&mutex), 0);
  CHECK_EQ (rt_mutex_trylock (&mutex), 0);
  return 0;
}
