/* A program and a DLL with a libruntime each: both run goroutines, callbacks
   and threads of their own; a function of one that is called by name on a
   goroutine of the other, or as its callback, is plain code to it.  */
/* { dg-do run } */
/* { dg-own-dll "copies-1-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=2" } */

#include "dll-test.h"
#include "rt.h"

__declspec (dllimport) int ask (int (*function) (int), int n);
__declspec (dllimport) int called_back (int n);
__declspec (dllimport) int own (void);

static struct rt_waitgroup done;

/* Called by the DLL's function, on the system stack.  */
static int
answer (int n)
{
  CHECK (on_system_stack ());
  CHECK (rt_self () != NULL);
  CHECK_EQ (rt_park (), RT_ENOTG);
  return n * 2;
}

static int
deep (int n)
{
  volatile char buffer[60];

  buffer[n % 60] = 1;
  return n ? deep (n - 1) + buffer[n % 60] : 0;
}

static void
work (void *arg)
{
  int n = (int) (intptr_t) arg;
  void *callback;

  for (int i = 0; i < 20; i++)
    {
      CHECK_EQ (deep (n * 10), n * 10);
      CHECK_EQ (ask (answer, n), n * 2 + 1);
      rt_gosched ();
    }
  CHECK_EQ (rt_callback_new (called_back, "i(i)", &callback), 0);
  CHECK_EQ (((int (*) (int)) (uintptr_t) callback) (n), n + 1);
  CHECK_EQ (rt_callback_free (callback), 0);
  CHECK_EQ (own (), 500);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  for (int i = 0; i < 4; i++)
    {
      CHECK_EQ (rt_waitgroup_add (&done, 1), 0);
      CHECK_EQ (rt_go (work, (void *) (intptr_t) (10 * i)), 0);
      if (i == 3)
        CHECK_EQ (rt_waitgroup_wait (&done), 0);
    }
  return 0;
}
