/* seed.c: a DLL calls back while it is being called, the stack moves
   meanwhile, and the call's result is right all the same.
   SPDX-License-Identifier: MIT

   golang/go#10406 was the bug: the record of the call was on the stack
   that moved, and the call returned what happened to be there.  */

#include <stdio.h>
#include <string.h>

#include "rt.h"

/* The stack as the callback found it and left it.  */
static struct rt_stackinfo before, after;

/* Use 256 bytes, touch them, and go DEPTH deeper.  */
static int
recurse (int depth)
{
  volatile char buffer[256];
  size_t i;

  for (i = 0; i < sizeof buffer; i++)
    buffer[i] = (char) depth;
  if (depth > 0 && recurse (depth - 1) != depth - 1)
    return -1;
  for (i = 0; i < sizeof buffer; i++)
    if (buffer[i] != (char) depth)
      return -1;
  return depth;
}

/* What the DLL calls.  */
static uintptr_t
callback (uintptr_t n)
{
  rt_stackinfo (&before);
  if (recurse (128) != 128)
    return 0;
  rt_stackinfo (&after);
  return n;
}

struct job
{
  void *cfunc;
  void *callback;
  uintptr_t n;
  struct rt_result result;
  struct rt_chan *done;
};

/* A fresh goroutine: its stack is as small as can be.  */
static void
run (void *arg)
{
  struct job *job = arg;

  job->result = rt_syscall (job->cfunc, 2, (uintptr_t) job->callback,
                            job->n, 0);
  rt_chan_send (job->done, NULL);
}

static int
check (struct job *job)
{
  int right;

  rt_go (run, job);
  rt_chan_recv (job->done, NULL);
  right = job->result.r1 == job->n && job->result.err == 333
          && after.moves > before.moves;
  printf ("cfunc (callback, 0x%llx)\n", (unsigned long long) job->n);
  printf ("  r1      0x%llx\n", (unsigned long long) job->result.r1);
  printf ("  error   %u\n", job->result.err);
  printf ("  stack   %zu bytes before the callback, %zu after\n",
          before.control_size, after.control_size);
  printf ("  moves   %llu\n",
          (unsigned long long) (after.moves - before.moves));
  printf ("  %s\n", right ? "right" : "WRONG");
  return right;
}

int
main (void)
{
  struct job job;
  void *dll;
  int right;

  if (rt_loadlibrary ((const uint16_t *) L"seed-dll.dll", &dll) != 0
      || rt_getprocaddress (dll, "cfunc", &job.cfunc) != 0
      || rt_callback_new ((void *) callback, "L(L)", &job.callback) != 0
      || rt_chan_new (0, 0, &job.done) != 0)
    {
      printf ("cannot begin: is seed-dll.dll beside this program?\n");
      return 1;
    }
  job.n = 100;
  right = check (&job);
  job.n = (uintptr_t) -1 >> 24;
  right &= check (&job);
  return !right;
}
