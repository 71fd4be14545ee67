/* A callback starts goroutines and waits for them, on a goroutine and on a
   foreign thread.  */
/* { dg-do run } */
/* { dg-dll "nest-1-dll.c" "link" } */

#include "cb-test.h"

__declspec (dllimport) uintptr_t through (uintptr_t (*f) (uintptr_t),
                                          uintptr_t n);
__declspec (dllimport) uintptr_t through_thread (uintptr_t (*f) (uintptr_t),
                                                 uintptr_t n);

static uintptr_t (*callback) (uintptr_t);

struct job
{
  struct rt_waitgroup group;
  uintptr_t n, sum;
};

static void
worker (void *arg)
{
  struct job *job = arg;

  recurse (10);
  if (job->n > 1)
    CHECK_EQ (through (callback, job->n - 1), 4);
  __atomic_fetch_add (&job->sum, 1, __ATOMIC_RELAXED);
  CHECK_EQ (rt_waitgroup_done (&job->group), 0);
}

static uintptr_t
called_back (uintptr_t n)
{
  struct job job = { { { 0 } }, n, 0 };
  int i;

  CHECK_EQ (rt_waitgroup_add (&job.group, 4), 0);
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_go (worker, &job), 0);
  CHECK_EQ (rt_waitgroup_wait (&job.group), 0);
  return job.sum;
}

int
main (void)
{
  callback = callback_new (called_back, "L(L)");
  CHECK_EQ (through (callback, 3), 4);
  CHECK_EQ (through_thread (callback, 3), 4);
  return 0;
}
