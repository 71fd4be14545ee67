/* A thread's end, in whatever way, gives back all that the thread got from a
   callback or from growable code.  */
/* { dg-do run } */
/* { dg-plain-sources "ends-plain.c" } */

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"
#include "usage.h"

#ifndef THREADS
#define THREADS 700
/* A local's, and what may stay in pools, and of threads that Wine has not
   quite done with.  All of one kind's would be 100 MB.  */
#define SIZE    1000000
#define MEMORY  ((size_t) 50 << 20)
#endif
#define HANDLES 8

__declspec (dllimport) void ExitThread (unsigned long)
    __attribute__ ((noreturn));

static int calls;

static int NOINLINE
use (int way)
{
  volatile char buffer[SIZE];

  return touch (buffer, sizeof buffer, way);
}

static int
called_back (int way)
{
  CHECK_EQ (use (way), way);
  if (way % 2)
    rt_gosched ();
  __atomic_fetch_add (&calls, 1, __ATOMIC_RELAXED);
  if (way == IN_CALLBACK)
    ExitThread (way);
  return way + 1;
}

static int
growable (int way)
{
  CHECK_EQ (use (way), way);
  __atomic_fetch_add (&calls, 1, __ATOMIC_RELAXED);
  return way + 2;
}

int
main (void)
{
  void *callback;
  unsigned long handles_before;
  size_t before;
  int i;

  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  run_threads (0, WAYS - 1, 70, (int (*) (int)) callback, growable);
  before = committed ();
  handles_before = handles ();
  for (i = 0; i < WAYS; i++)
    {
      calls = 0;
      run_threads (i, i, THREADS / WAYS, (int (*) (int)) callback, growable);
      CHECK_EQ (calls, THREADS / WAYS * (i == BOTH ? 2 : 1));
      CHECK_EQ (rt_numgoroutine (), 1);
      CHECK (committed () < before + MEMORY);
      CHECK (handles () <= handles_before + HANDLES);
    }
  return 0;
}
