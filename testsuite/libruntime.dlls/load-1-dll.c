/* A growable DLL for a hundred short lives.  */

#include "dll-test.h"
#include "rt.h"

#define GOROUTINES 10

static struct rt_waitgroup running;
static HANDLE done;
static int attached;

static void
work (void *arg)
{
  volatile int x = 0;
  int n = (int) (intptr_t) arg * 50;

  CHECK_EQ (descend (n, &x), n);
  CHECK_EQ (rt_waitgroup_done (&running), 0);
}

static void
all (void *arg)
{
  (void) arg;
  CHECK_EQ (rt_waitgroup_wait (&running), 0);
  SetEvent (done);
}

static int
called_back (int n)
{
  volatile int x = 0;

  return descend (n, &x);
}

/* Has goroutines run, and a callback; 1 when it is called first.  */
__declspec (dllexport) int
use (void)
{
  void *callback;

  done = CreateEventA (NULL, FALSE, FALSE, NULL);
  CHECK_EQ (rt_waitgroup_add (&running, GOROUTINES), 0);
  for (int i = 0; i < GOROUTINES; i++)
    CHECK_EQ (rt_go (work, (void *) (intptr_t) i), 0);
  CHECK_EQ (rt_go (all, NULL), 0);
  CHECK_EQ (WaitForSingleObject (done, INFINITE), 0);
  CloseHandle (done);
  CHECK_EQ (rt_callback_new (called_back, "i(i)", &callback), 0);
  CHECK_EQ (((int (*) (int)) (uintptr_t) callback) (100), 100);
  CHECK_EQ (rt_callback_free (callback), 0);
  while (rt_numgoroutine () > 0)
    Sleep (0);
  return ++attached;
}
