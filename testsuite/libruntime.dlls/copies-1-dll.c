/* A DLL with a libruntime of its own.  */

#include <stdio.h>

#include "dll-test.h"
#include "rt.h"

struct job
{
  HANDLE done;
  int deep;
};

/* Runs where its caller's plain code does, and asks the caller's function.  */
__declspec (dllexport) int
ask (int (*function) (int), int n)
{
  volatile int x = 0;
  char text[40];

  CHECK (on_system_stack ());
  CHECK_EQ (rt_park (), RT_ENOTG);
  CHECK (rt_self () == NULL);
  CHECK_EQ (descend (n, &x), n);
  sprintf (text, "%d", function (n));
  return atoi (text) + 1;
}

/* What the caller makes a callback of.  */
__declspec (dllexport) int
called_back (int n)
{
  volatile int x = 0;

  CHECK (on_system_stack ());
  return descend (n, &x) + 1;
}

static void
work (void *arg)
{
  struct job *job = arg;
  volatile int x = 0;

  CHECK (!on_system_stack ());
  job->deep = descend (500, &x);
  SetEvent (job->done);
}

/* Goroutines of its own.  */
__declspec (dllexport) int
own (void)
{
  struct job job = { CreateEventA (NULL, FALSE, FALSE, NULL), 0 };

  CHECK_EQ (rt_go (work, &job), 0);
  CHECK_EQ (WaitForSingleObject (job.done, INFINITE), 0);
  CloseHandle (job.done);
  return job.deep;
}

/* Must not be called on a goroutine of the program: it calls plain code.  */
__declspec (dllexport) int
calls (int n)
{
  char text[40];

  sprintf (text, "%d", n);
  return atoi (text);
}

/* Likewise: it grows.  */
__declspec (dllexport) int
grows (int n)
{
  return n > 0 ? 1 + grows (n - 1) * 3 % 7 : n;
}

/* Likewise: it waits.  */
__declspec (dllexport) int
waits (int n)
{
  rt_sleep ((uint64_t) n);
  return 1;
}

/* Likewise: rt_syscall.  */
__declspec (dllexport) int
syscalls (int n)
{
  return (int) rt_syscall ((void *) Sleep, 1, (uintptr_t) n, 0, 0).err;
}
