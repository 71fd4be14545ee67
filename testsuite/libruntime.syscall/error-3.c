/* GetLastError, errno and _doserrno after direct calls are a goroutine's own,
   though it moves from thread to thread between call and look: many at once,
   on four p's, where a third of the looks are on another thread, by chance.
   error-5 forces it.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=4" } */

#include <errno.h>
#include <stdlib.h>

#include "calls.h"
#include "syscall-test.h"

#define GOROUTINES 200
#define ROUNDS 10

static struct rt_waitgroup done;
static volatile int migrations;

static void
calls (void *arg)
{
  uintptr_t n = (uintptr_t) arg;
  int i;

  for (i = 0; i < ROUNDS; i++)
    {
      unsigned long error = (unsigned long) n * 100 + i + 1;
      unsigned long thread = GetCurrentThreadId ();

      errno = (int) error + 5;
      _doserrno = error + 6;
      if (n % 20 == 0 && i < 3)
        nap (1, error);
      else
        fail (error);
      rt_gosched ();
      if (i % 4 == 0)
        rt_sleep (MS);
      CHECK_EQ (GetLastError (), error);
      CHECK_EQ (errno, (int) error + 5);
      CHECK_EQ (_doserrno, error + 6);
      if (GetCurrentThreadId () != thread)
        migrations++;
      recurse (i);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  uintptr_t i;

  CHECK_EQ (rt_waitgroup_add (&done, GOROUTINES), 0);
  for (i = 0; i < GOROUTINES; i++)
    CHECK_EQ (rt_go (calls, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  CHECK (migrations > 0);
  return 0;
}
