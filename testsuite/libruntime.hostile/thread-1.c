/* When Windows gives no more threads, goroutines go on on those that there
   are.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=8" } */

#include "../libruntime.fault/fault-test.h"
#include "inject.h"

#define N 200

static struct rt_chan *chan;
static struct rt_waitgroup done;

static void
run (void *arg)
{
  int i, value = (int) (uintptr_t) arg;

  for (i = 0; i < 5; i++)
    {
      CHECK_EQ (rt_chan_send (chan, &value), 0);
      CHECK_EQ (deep (20, 1, 2, 3, 4, 5), 35);
      CHECK_EQ (rt_chan_recv (chan, &value), 0);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  uintptr_t i;

  CHECK_EQ (rt_chan_new (sizeof (int), N, &chan), 0);
  inject ("CreateThread", 1, 1000000000);
  /* It may be that those are enough which are looking for work.  */
  while (injected () == 0)
    {
      CHECK_EQ (rt_waitgroup_add (&done, N), 0);
      for (i = 0; i < N; i++)
        CHECK_EQ (rt_go (run, (void *) i), 0);
      CHECK_EQ (rt_waitgroup_wait (&done), 0);
    }
  inject ("", 0, 0);
  whole ();
  return 0;
}
