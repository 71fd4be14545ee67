/* On a system stack a mutex, a wait group, a once, rt_park say RT_ENOTG where
   they would have to wait, and work where not.  */
/* { dg-do run } */

#include "chan-test.h"

static struct rt_mutex mutex;
static struct rt_waitgroup wg;
static struct rt_once once;

static uintptr_t
on_system_stack (void *arg)
{
  uint64_t before = test_ms ();

  (void) arg;
  CHECK_EQ (rt_mutex_lock (&mutex), 0);
  CHECK_EQ (rt_mutex_lock (&mutex), RT_ENOTG);
  CHECK_EQ (rt_mutex_trylock (&mutex), RT_EAGAIN);
  CHECK_EQ (rt_mutex_unlock (&mutex), 0);

  CHECK_EQ (rt_waitgroup_wait (&wg), 0);
  CHECK_EQ (rt_waitgroup_add (&wg, 1), 0);
  CHECK_EQ (rt_waitgroup_wait (&wg), RT_ENOTG);
  CHECK_EQ (rt_waitgroup_done (&wg), 0);

  CHECK_EQ (rt_once_begin (&once), 0);
  CHECK_EQ (rt_once_begin (&once), RT_ENOTG);
  CHECK_EQ (rt_once_end (&once), 0);
  CHECK_EQ (rt_once_begin (&once), RT_EAGAIN);

  CHECK_EQ (rt_park (), RT_ENOTG);
  rt_sleep (30 * MS);
  CHECK (test_ms () - before >= 29);
  rt_gosched ();
  return 6;
}

int
main (void)
{
  CHECK_EQ (rt_cgocall (on_system_stack, NULL), 6);
  CHECK_EQ (rt_mutex_trylock (&mutex), 0);
  return 0;
}
