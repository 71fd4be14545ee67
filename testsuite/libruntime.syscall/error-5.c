/* GetLastError, errno and _doserrno after a direct call are a goroutine's own
   at each of many changes of threads between call and look.

   There is one p, so whoever waits makes the other run, on the same thread.
   A helper locks itself to the goroutine's thread: the goroutine can only go
   on on another.  Then it waits for the helper, which runs on the first
   thread, and leaves the p there.  Only when sysmon takes the p in between,
   from a thread that got no time, can a change fail to come.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */

#include <errno.h>

#include "calls.h"
#include "syscall-test.h"

#define ROUNDS 100

static struct rt_chan *away, *back, *home;
static int changes;

static void
helper (void *unused)
{
  (void) unused;
  rt_lockosthread ();
  CHECK_EQ (rt_chan_send (away, NULL), 0);
  CHECK_EQ (rt_chan_recv (back, NULL), 0);
  rt_unlockosthread ();
  CHECK_EQ (rt_chan_send (home, NULL), 0);
}

/* Call, wait for THERE, look.  */
static void NOINLINE
call (unsigned long error, struct rt_chan *there)
{
  unsigned long thread = GetCurrentThreadId ();

  errno = (int) error + 5;
  _doserrno = error + 6;
  fail (error);
  CHECK_EQ (rt_chan_recv (there, NULL), 0);
  CHECK_EQ (GetLastError (), error);
  CHECK_EQ (errno, (int) error + 5);
  CHECK_EQ (_doserrno, error + 6);
  changes += GetCurrentThreadId () != thread;
  recurse ((int) error % 50);
}

int
main (void)
{
  CHECK_EQ (rt_chan_new (0, 0, &away), 0);
  CHECK_EQ (rt_chan_new (0, 1, &back), 0);
  CHECK_EQ (rt_chan_new (0, 0, &home), 0);
  for (unsigned long i = 1; i <= ROUNDS; i++)
    {
      CHECK_EQ (rt_go (helper, NULL), 0);
      call (10 * i, away);
      CHECK_EQ (rt_chan_send (back, NULL), 0);
      call (10 * i + 1, home);
    }
  CHECK (changes > 2 * ROUNDS * 9 / 10);
  return 0;
}
