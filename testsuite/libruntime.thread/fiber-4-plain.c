/* Leave a fiber in the middle of a callback.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"

static int (*called) (int);
static void *back, *fiber;

static VOID CALLBACK
fiber_main (void *arg)
{
  (void) arg;
  called (7);
  SwitchToFiber (back);
}

int
leave_on_fiber (int (*callback) (int))
{
  called = callback;
  back = ConvertThreadToFiber (NULL);
  fiber = CreateFiber (0, fiber_main, NULL);
  CHECK (back != NULL && fiber != NULL);
  SwitchToFiber (fiber);
  return 0;
}

void
leave (void)
{
  SwitchToFiber (back);
}

static DWORD WINAPI
thread_main (void *arg)
{
  (void) arg;
  ConvertThreadToFiber (NULL);
  SwitchToFiber (fiber);
  return 0;
}

/* Go on with this fiber on another thread, while this one waits.  */
static VOID CALLBACK
waiter (void *arg)
{
  HANDLE thread = CreateThread (NULL, 0, thread_main, NULL, 0, NULL);

  (void) arg;
  CHECK_EQ (WaitForSingleObject (thread, 10000), WAIT_OBJECT_0);
  ExitThread (0);
}

void
move_to_thread (void)
{
  fiber = ConvertThreadToFiber (NULL);
  SwitchToFiber (CreateFiber (0, waiter, NULL));
}
