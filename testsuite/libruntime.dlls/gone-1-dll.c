/* A DLL that goes while it is needed.  */

#include "dll-test.h"
#include "rt.h"

static volatile int begun;

static int
called_back (int n)
{
  return n + 1;
}

__declspec (dllexport) void *
successor (void)
{
  void *callback;

  CHECK_EQ (rt_callback_new (called_back, "i(i)", &callback), 0);
  return callback;
}

static void
sleeps (void *arg)
{
  begun = 1;
  if (arg)
    Sleep (200);
  else
    rt_sleep (200000000);
  begun = 2; /* No tail call.  */
}

/* Start a goroutine that sleeps, in a call or not, when this DLL goes.  */
__declspec (dllexport) void
start (int in_call)
{
  CHECK_EQ (rt_go (sleeps, (void *) (intptr_t) in_call), 0);
  while (!begun)
    Sleep (1);
}

static DWORD
thread_main (void *arg)
{
  sleeps (arg);
  return 0;
}

/* A thread whose callback sleeps then.  */
__declspec (dllexport) void
start_thread (void)
{
  void *callback;

  CHECK_EQ (rt_callback_new (thread_main, "I(p)", &callback), 0);
  CreateThread (NULL, 0, (LPTHREAD_START_ROUTINE) callback, NULL, 0, NULL);
  while (!begun)
    Sleep (1);
}
