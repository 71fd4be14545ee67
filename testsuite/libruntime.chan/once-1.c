/* However many goroutines get to a once, its function runs once, and all
   return after it has.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */

#include "chan-test.h"

#define GS 25
#define ROUNDS 40

static struct rt_once once[ROUNDS];
static struct rt_waitgroup done;
static int ran[ROUNDS];

static void
slowly (void *arg)
{
  int *r = arg;

  rt_gosched ();
  if ((r - ran) % 10 == 0)
    rt_sleep (MS);
  __atomic_add_fetch (r, 1, __ATOMIC_SEQ_CST);
}

static void
worker (void *arg)
{
  int round = (int) (intptr_t) arg;

  CHECK_EQ (rt_once_do (&once[round], slowly, &ran[round]), 0);
  CHECK_EQ (__atomic_load_n (&ran[round], __ATOMIC_SEQ_CST), 1);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  int round, i;

  for (round = 0; round < ROUNDS; round++)
    {
      CHECK_EQ (rt_waitgroup_add (&done, GS), 0);
      for (i = 0; i < GS; i++)
        CHECK_EQ (rt_go (worker, (void *) (intptr_t) round), 0);
      CHECK_EQ (rt_waitgroup_wait (&done), 0);
      CHECK_EQ (ran[round], 1);
    }
  return 0;
}
