/* What would park gives RT_ENOTG on a system stack: in plain code that a
   goroutine called, in growable code that plain code called, and on threads
   of the program's own.  */
/* { dg-do run } */
/* { dg-plain-sources "system-1-plain.c" } */

#include "rt-test.h"
#include "rt.h"

void plain_code (struct rt_chan *chan, struct rt_mutex *locked,
                 struct rt_waitgroup *busy);
void plain_caller (void (*fn) (void));

static struct rt_chan *chan;
static struct rt_mutex locked;
static struct rt_waitgroup busy;

static unsigned long
thread_main (void *unused)
{
  struct rt_stackinfo info;

  (void) unused;
  CHECK_EQ (rt_stackinfo (&info), RT_ENOTG);
  CHECK (rt_self () == NULL);
  plain_code (chan, &locked, &busy);
  return 0;
}

static void
growable_code (void)
{
  CHECK_EQ (rt_park (), RT_ENOTG);
  CHECK_EQ (rt_chan_recv (chan, NULL), RT_ENOTG);
}

int
main (void)
{
  void *thread;

  CHECK_EQ (rt_chan_new (sizeof (int), 0, &chan), 0);
  CHECK_EQ (rt_mutex_lock (&locked), 0);
  CHECK_EQ (rt_waitgroup_add (&busy, 1), 0);
  plain_code (chan, &locked, &busy);
  plain_caller (growable_code);
  thread = CreateThread (NULL, 0, thread_main, NULL, 0, NULL);
  CHECK_EQ (WaitForSingleObject (thread, 30000), 0);
  CHECK (CloseHandle (thread));
  return 0;
}
