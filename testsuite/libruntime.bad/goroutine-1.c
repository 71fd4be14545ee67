/* Mistakes with goroutines and locks give the errors that rt.h names.  */
/* { dg-do run } */

#include "rt-test.h"
#include "rt.h"

int
main (void)
{
  struct rt_mutex mutex = { { 0 } };
  struct rt_waitgroup group = { { 0 } };
  struct rt_once once = { { 0 } };

  CHECK_EQ (rt_ready (NULL), RT_EINVAL);
  CHECK_EQ (rt_stackinfo (NULL), RT_EINVAL);
  CHECK_EQ (rt_go (NULL, NULL), RT_EINVAL);
  rt_unlockosthread ();         /* One too many: nothing.  */
  rt_lockosthread ();
  rt_unlockosthread ();
  CHECK_EQ (rt_mutex_lock (NULL), RT_EINVAL);
  CHECK_EQ (rt_mutex_unlock (&mutex), RT_EPERM);
  CHECK_EQ (rt_mutex_lock (&mutex), 0);
  CHECK_EQ (rt_mutex_unlock (&mutex), 0);
  CHECK_EQ (rt_mutex_unlock (&mutex), RT_EPERM);
  CHECK_EQ (rt_waitgroup_done (&group), RT_EPERM);
  CHECK_EQ (rt_waitgroup_add (&group, INTPTR_MAX), RT_EINVAL);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  CHECK_EQ (rt_once_end (&once), RT_EPERM);
  return 0;
}
