/* Threads and fibers that end in several orders.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"

/* Fiber b:  */
enum
{
  DELETED,      /* is deleted by a, on which the thread goes on and ends;  */
  ENDS_ON_B,    /* the thread ends on it, a is deleted by others;  */
  A_DELETED,    /* deletes a, ends, and is deleted by nobody;  */
  RETURNS,      /* its function returns, which ends the thread;  */
  CONVERTED,    /* is deleted, and a is no fiber any more;  */
  DELETES_ITSELF
};

static int way, attach_on_a;
static int (*callback) (int);
static int (*function) (int);
static void *a, *b;

static void
use (int n)
{
  CHECK_EQ (callback (n), n);
  CHECK_EQ (function (n), n);
}

static VOID CALLBACK
fiber_main (void *arg)
{
  (void) arg;
  use (2);
  SwitchToFiber (a);
  switch (way)
    {
    case ENDS_ON_B:
      ExitThread (0);
    case A_DELETED:
      DeleteFiber (a);
      use (5);
      ExitThread (0);
    case DELETES_ITSELF:
      use (5);
      DeleteFiber (b);
      break;
    default:
      break;
    }
}

static DWORD WINAPI
thread_main (void *arg)
{
  (void) arg;
  a = ConvertThreadToFiber (NULL);
  b = CreateFiber (0x20000, fiber_main, NULL);
  CHECK (a != NULL && b != NULL);
  if (attach_on_a)
    use (1);
  SwitchToFiber (b);
  use (3);
  switch (way)
    {
    case CONVERTED:
      DeleteFiber (b);
      use (4);
      CHECK (ConvertFiberToThread ());
      use (5);
      break;
    case DELETED:
      DeleteFiber (b);
      use (4);
      break;
    default:
      SwitchToFiber (b);
    }
  return 0;
}

void
fibers_end (int how, int first, int (*called_back) (int),
            int (*growable) (int))
{
  HANDLE thread;

  way = how;
  attach_on_a = first;
  callback = called_back;
  function = growable;
  thread = CreateThread (NULL, 0x20000, thread_main, NULL,
                         STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
  CHECK (thread != NULL);
  CHECK_EQ (WaitForSingleObject (thread, 30000), WAIT_OBJECT_0);
  CloseHandle (thread);
  if (way == ENDS_ON_B || way == RETURNS || way == DELETES_ITSELF)
    DeleteFiber (a);
}
