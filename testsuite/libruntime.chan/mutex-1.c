/* A mutex keeps goroutines apart, with some that only try.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */

#include "chan-test.h"

#define GS 20
#define EACH 500

static struct rt_mutex mutex;
static struct rt_waitgroup done;
static volatile int inside, count;

static void
worker (void *arg)
{
  int i;

  for (i = 0; i < EACH; i++)
    {
      if ((intptr_t) arg % 4)
        CHECK_EQ (rt_mutex_lock (&mutex), 0);
      else
        while (rt_mutex_trylock (&mutex) != 0)
          rt_gosched ();
      inside++;
      CHECK_EQ (inside, 1);
      if (i % 50 == 0)
        rt_gosched ();
      count++;
      CHECK_EQ (inside, 1);
      inside--;
      CHECK_EQ (rt_mutex_unlock (&mutex), 0);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  int i;

  CHECK_EQ (rt_waitgroup_add (&done, GS), 0);
  for (i = 0; i < GS; i++)
    CHECK_EQ (rt_go (worker, (void *) (intptr_t) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  CHECK_EQ (count, GS * EACH);
  CHECK_EQ (rt_mutex_unlock (&mutex), RT_EPERM);
  return 0;
}
