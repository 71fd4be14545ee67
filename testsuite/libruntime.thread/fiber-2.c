/* Growable functions on fibers that take turns keep their locals: each fiber
   has its own data stack, and takes it along to another thread.  */
/* { dg-do run } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"

#define FIBERS 3
#define DEPTH  40

static void *fiber[FIBERS], *scheduler;
static int done[FIBERS];

static void NOINLINE
fill (char *buffer, int size, int value)
{
  memset (buffer, value, size);
}

static void NOINLINE
check (const char *buffer, int size, int value)
{
  int i;

  for (i = 0; i < size; i++)
    if (buffer[i] != (char) value)
      CHECK_EQ (buffer[i], (char) value);
}

/* A frame of another size in each fiber, and turns at each level.  */
static void NOINLINE
level (int id, int depth)
{
  char buffer[100 * (id + 1)];

  fill (buffer, sizeof buffer, id * 50 + depth);
  SwitchToFiber (scheduler);
  check (buffer, sizeof buffer, id * 50 + depth);
  if (depth > 0)
    level (id, depth - 1);
  check (buffer, sizeof buffer, id * 50 + depth);
  SwitchToFiber (scheduler);
  check (buffer, sizeof buffer, id * 50 + depth);
}

static VOID CALLBACK
fiber_main (void *arg)
{
  int id = (int) (intptr_t) arg;

  for (;;)
    {
      level (id, DEPTH);
      done[id]++;
      SwitchToFiber (scheduler);
    }
}

/* Let all fibers take turns until each has been done COUNT times.  Called as
   plain code would call it too: on the system stack.  */
static DWORD WINAPI
take_turns (void *count)
{
  char buffer[300];
  int i, left = FIBERS, turn = 0;

  fill (buffer, sizeof buffer, 77);
  scheduler = ConvertThreadToFiber (NULL);
  CHECK (scheduler != NULL);
  while (left > 0)
    for (i = 0, left = 0; i < FIBERS; i++)
      if (done[i] < (int) (intptr_t) count)
        {
          left++;
          if (i == 0 || turn++ % 3 != i)
            SwitchToFiber (fiber[i]);
        }
  CHECK (ConvertFiberToThread ());
  check (buffer, sizeof buffer, 77);
  return 0;
}

/* Likewise, but each fiber has gone down some levels only.  */
static DWORD WINAPI
begin (void *arg)
{
  int i, turn;

  (void) arg;
  scheduler = ConvertThreadToFiber (NULL);
  for (turn = 0; turn < DEPTH / 2; turn++)
    for (i = 0; i < FIBERS; i++)
      SwitchToFiber (fiber[i]);
  CHECK (ConvertFiberToThread ());
  return 0;
}

static void
on_thread (LPTHREAD_START_ROUTINE fn, int arg)
{
  HANDLE thread = CreateThread (NULL, 0, fn, (void *) (intptr_t) arg, 0, NULL);

  CHECK_EQ (WaitForSingleObject (thread, 30000), WAIT_OBJECT_0);
  CloseHandle (thread);
}

int
main (void)
{
  int i;

  for (i = 0; i < FIBERS; i++)
    {
      fiber[i] = CreateFiber (0x20000, fiber_main, (void *) (intptr_t) i);
      CHECK (fiber[i] != NULL);
    }
  on_thread (take_turns, 2);
  /* Half on one thread, half on another.  */
  on_thread (begin, 0);
  on_thread (take_turns, 3);
  /* On a goroutine.  */
  rt_lockosthread ();
  take_turns ((void *) 5);
  rt_unlockosthread ();
  for (i = 0; i < FIBERS; i++)
    DeleteFiber (fiber[i]);
  return 0;
}
