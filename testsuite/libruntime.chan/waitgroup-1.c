/* Everyone who waits for a wait group goes on when the count is 0, not
   before; then it serves again.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=8" } */

#include "chan-test.h"

#define GS 30
#define ROUNDS 40

static struct rt_waitgroup work, all;
static int finished;

static void
worker (void *arg)
{
  if ((intptr_t) arg % 3 == 0)
    rt_gosched ();
  __atomic_add_fetch (&finished, 1, __ATOMIC_SEQ_CST);
  CHECK_EQ (rt_waitgroup_done (&work), 0);
  CHECK_EQ (rt_waitgroup_done (&all), 0);
}

static void
waiter (void *arg)
{
  (void) arg;
  CHECK_EQ (rt_waitgroup_wait (&work), 0);
  CHECK_EQ (__atomic_load_n (&finished, __ATOMIC_SEQ_CST), GS);
  CHECK_EQ (rt_waitgroup_done (&all), 0);
}

int
main (void)
{
  int round, i;

  for (round = 0; round < ROUNDS; round++)
    {
      finished = 0;
      CHECK_EQ (rt_waitgroup_add (&work, GS), 0);
      CHECK_EQ (rt_waitgroup_add (&all, GS + 10), 0);
      for (i = 0; i < GS; i++)
        {
          CHECK_EQ (rt_go (worker, (void *) (intptr_t) i), 0);
          if (i % 3 == 0)
            CHECK_EQ (rt_go (waiter, NULL), 0);
        }
      CHECK_EQ (rt_waitgroup_wait (&all), 0);
      CHECK_EQ (finished, GS);
    }
  return 0;
}
