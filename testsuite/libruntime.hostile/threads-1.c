/* A hundred goroutines in calls that block, each with a thread of its own,
   half of them bound to it, and a hundred threads of the program with a
   callback under way, all at once; all come back.  With an argument, as many
   of each as it says.  */
/* { dg-do run } */
/* { dg-timeout 60 } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "../libruntime.fault/fault-test.h"

static int n = 100;
static HANDLE event;
static volatile LONG blocked, called, ended;

static void
blocks (void *arg)
{
  int bound = (uintptr_t) arg % 2 == 0;
  DWORD thread;

  if (bound)
    rt_lockosthread ();
  thread = GetCurrentThreadId ();
  CHECK_EQ (deep (20, 1, 2, 3, 4, 5), 35);
  InterlockedIncrement (&blocked);
  CHECK_EQ (WaitForSingleObject (event, INFINITE), 0);
  rt_sleep (MS);
  CHECK_EQ (deep (20, 1, 2, 3, 4, 5), 35);
  if (bound)
    {
      CHECK_EQ (GetCurrentThreadId (), thread);
      rt_unlockosthread ();
    }
  InterlockedIncrement (&ended);
}

static unsigned long
calls_back (void *arg)
{
  CHECK (rt_self () != NULL);
  InterlockedIncrement (&called);
  CHECK_EQ (WaitForSingleObject (event, INFINITE), 0);
  CHECK_EQ (deep (20, 1, 2, 3, 4, 5), 35);
  InterlockedIncrement (&ended);
  return (unsigned long) (uintptr_t) arg;
}

/* Wait until *WHAT is N.  */
static void
until (volatile LONG *what, LONG wanted)
{
  while (*what < wanted)
    rt_sleep (5 * MS);
  CHECK_EQ (*what, wanted);
}

int
main (int argc, char **argv)
{
  void *callback;
  intptr_t i;

  if (argc > 1)
    n = atoi (argv[1]);
  event = CreateEventA (NULL, TRUE, FALSE, NULL);
  CHECK (event != NULL);
  for (i = 0; i < n; i++)
    CHECK_EQ (rt_go (blocks, (void *) i), 0);
  until (&blocked, n);
  CHECK_EQ (rt_numgoroutine (), (uint32_t) n + 1);
  CHECK_EQ (rt_callback_new (calls_back, "I(p)", &callback), 0);
  for (i = 0; i < n; i++)
    {
      HANDLE thread = CreateThread (
          NULL, 0x20000, (DWORD (WINAPI *) (void *)) (uintptr_t) callback,
          (void *) i, STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);

      CHECK (thread != NULL);
      CloseHandle (thread);
    }
  until (&called, n);
  CHECK_EQ (rt_numgoroutine (), 2 * (uint32_t) n + 1);
  CHECK (SetEvent (event));
  until (&ended, 2 * n);
  while (rt_numgoroutine () > 1)
    rt_sleep (5 * MS);
  whole ();
  return 0;
}
