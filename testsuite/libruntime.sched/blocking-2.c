/* 50 goroutines block in Windows at the same time: the thread count
   follows, all come back, with their results.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=2" } */

#include "rt-test.h"
#include "rt.h"

#define MANY 50

static struct rt_waitgroup done;
static volatile int inside, most;

static void
sleeper (void *arg)
{
  uintptr_t n = (uintptr_t) arg;
  int now = __atomic_add_fetch (&inside, 1, __ATOMIC_SEQ_CST);

  while (most < now)
    most = now;
  Sleep (500);
  SetLastError (n);
  __atomic_sub_fetch (&inside, 1, __ATOMIC_SEQ_CST);
  rt_gosched ();
  CHECK_EQ (GetLastError (), n);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  uintptr_t i;

  CHECK_EQ (rt_waitgroup_add (&done, MANY), 0);
  for (i = 0; i < MANY; i++)
    CHECK_EQ (rt_go (sleeper, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  CHECK (most > 2);
  return 0;
}
