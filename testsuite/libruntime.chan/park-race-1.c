/* Two goroutines park and make each other ready 100,000 times; no call of
   rt_ready is lost.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */

#include "chan-test.h"

#define N 100000

static struct rt_g *gs[2];
static struct rt_waitgroup begun, done;
static int turn;

/* Wait for our turn, then give it to the other.  */
static void
player (void *arg)
{
  int me = (int) (intptr_t) arg, i;

  gs[me] = rt_self ();
  CHECK (gs[me] != NULL);
  CHECK_EQ (rt_waitgroup_done (&begun), 0);
  CHECK_EQ (rt_waitgroup_wait (&begun), 0);
  for (i = 0; i < N / 2; i++)
    {
      while (__atomic_load_n (&turn, __ATOMIC_SEQ_CST) != me)
        if (rt_park () != 0)
          CHECK (!"rt_park");
      __atomic_store_n (&turn, !me, __ATOMIC_SEQ_CST);
      if (rt_ready (gs[!me]) != 0)
        CHECK (i == N / 2 - 1);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  CHECK_EQ (rt_waitgroup_add (&begun, 2), 0);
  CHECK_EQ (rt_waitgroup_add (&done, 2), 0);
  CHECK_EQ (rt_go (player, (void *) 0), 0);
  CHECK_EQ (rt_go (player, (void *) 1), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
