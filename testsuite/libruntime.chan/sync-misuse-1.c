/* Each mistake with a mutex, a wait group, a once gives the error that rt.h
   names.  */
/* { dg-do run } */

#include "chan-test.h"

int
main (void)
{
  struct rt_mutex mutex = { { 0 } };
  struct rt_waitgroup wg = { { 0 } };
  struct rt_once once = { { 0 } };

  CHECK_EQ (rt_mutex_lock (NULL), RT_EINVAL);
  CHECK_EQ (rt_mutex_trylock (NULL), RT_EINVAL);
  CHECK_EQ (rt_mutex_unlock (NULL), RT_EINVAL);
  CHECK_EQ (rt_mutex_unlock (&mutex), RT_EPERM);
  CHECK_EQ (rt_mutex_lock (&mutex), 0);
  CHECK_EQ (rt_mutex_trylock (&mutex), RT_EAGAIN);
  CHECK_EQ (rt_mutex_unlock (&mutex), 0);
  CHECK_EQ (rt_mutex_unlock (&mutex), RT_EPERM);

  CHECK_EQ (rt_waitgroup_add (NULL, 1), RT_EINVAL);
  CHECK_EQ (rt_waitgroup_done (NULL), RT_EINVAL);
  CHECK_EQ (rt_waitgroup_wait (NULL), RT_EINVAL);
  CHECK_EQ (rt_waitgroup_wait (&wg), 0);
  CHECK_EQ (rt_waitgroup_done (&wg), RT_EPERM);
  CHECK_EQ (rt_waitgroup_add (&wg, 2), 0);
  CHECK_EQ (rt_waitgroup_add (&wg, -3), RT_EPERM);
  CHECK_EQ (rt_waitgroup_add (&wg, INTPTR_MIN), RT_EPERM);
  CHECK_EQ (rt_waitgroup_add (&wg, INTPTR_MAX), RT_EINVAL);
  CHECK_EQ (rt_waitgroup_add (&wg, INTPTR_MAX / 2 - 1), RT_EINVAL);
  CHECK_EQ (rt_waitgroup_add (&wg, INTPTR_MAX / 2 - 2), 0);
  CHECK_EQ (rt_waitgroup_add (&wg, -INTPTR_MAX / 2), 0);
  CHECK_EQ (rt_waitgroup_wait (&wg), 0);

  CHECK_EQ (rt_once_begin (NULL), RT_EINVAL);
  CHECK_EQ (rt_once_end (NULL), RT_EINVAL);
  CHECK_EQ (rt_once_end (&once), RT_EPERM);
  CHECK_EQ (rt_once_begin (&once), 0);
  CHECK_EQ (rt_once_end (&once), 0);
  CHECK_EQ (rt_once_end (&once), RT_EPERM);
  CHECK_EQ (rt_once_begin (&once), RT_EAGAIN);
  return 0;
}
