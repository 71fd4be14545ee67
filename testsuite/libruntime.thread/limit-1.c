/* ArbitraryUserPointer belongs to whoever puts a value there: it is found
   again in each later call on the thread, after callbacks that grow and park
   and while others compute; and one who zeroes it in calls does no harm.  */
/* { dg-do run } */
/* { dg-plain-sources "limit-1-plain.c" } */
/* { dg-env "RT_MAXPROCS=2" } */

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"
#include "limit.h"

static volatile int stop;

static int
called_back (int n)
{
  uintptr_t own = get_word ();

  CHECK (own != 0);
  CHECK_EQ (descend (5 * n), 5 * n);
  rt_gosched ();
  if (n % 10 == 3)
    rt_sleep (MS);
  if (n % 10 == 4)
    Sleep (1);
  CHECK_EQ (get_word (), own);
  return n;
}

static int
zeroed (int n)
{
  CHECK_EQ (descend (100), 100);
  return zero_it (NULL, n);
}

/* It is preempted: sysmon changes the word, when it is the limit.  */
static void
computes (void *group)
{
  while (!stop)
    descend (20);
  rt_waitgroup_done (group);
}

/* Owns the word of a thread of ours.  */
static void
bound (void *group)
{
  uintptr_t value;
  int i;

  rt_lockosthread ();
  CHECK_EQ (get_word (), 0);
  for (i = 0; i < 40; i++)
    {
      value = i % 2 ? UINTPTR_MAX - i : (uintptr_t) i;
      set_word (value);
      CHECK_EQ (descend (10 * i), 10 * i);
      rt_gosched ();
      if (i % 20 == 0)
        rt_sleep (MS);
      CHECK_EQ (get_word (), value);
    }
  set_word (0);
  rt_unlockosthread ();
  rt_waitgroup_done (group);
}

int
main (void)
{
  struct rt_waitgroup group = { 0 }, computing = { 0 };
  void *callback, *zero_callback;
  int i;

  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  CHECK_EQ (rt_callback_new ((void *) zeroed, "i(i)", &zero_callback), 0);
  CHECK_EQ (rt_waitgroup_add (&computing, 2), 0);
  CHECK_EQ (rt_go (computes, &computing), 0);
  CHECK_EQ (rt_go (computes, &computing), 0);
  owners ((int (*) (int)) callback);
  CHECK_EQ (rt_waitgroup_add (&group, 2), 0);
  CHECK_EQ (rt_go (bound, &group), 0);
  CHECK_EQ (rt_go (bound, &group), 0);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  stop = 1;
  CHECK_EQ (rt_waitgroup_wait (&computing), 0);
  for (i = 0; i < 20; i++)
    {
      CHECK_EQ (zero_it ((int (*) (int)) zero_callback, i), i);
      CHECK_EQ (descend (10 * i), 10 * i);
    }
  return 0;
}
