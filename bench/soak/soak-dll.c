/* soak-dll.c: plain code that the soak calls, and that calls it.
   SPDX-License-Identifier: MIT  */

#include <windows.h>

#define EXPORT __declspec (dllexport)

/* Both results and the last error depend on all arguments.  */
EXPORT long long
soak_mix (long long a, long long b, long long c, long long d, long long e,
          long long f)
{
  SetLastError ((DWORD) (a ^ f) & 0xffff);
  return a + 3 * b + 5 * c + 7 * d + 11 * e + 13 * f;
}

EXPORT double
soak_scale (double x, int n, double y)
{
  return x * n + y;
}

/* FN calls this function again, or not.  */
EXPORT int
soak_call (int (*fn) (int, int), int depth, int salt)
{
  volatile char room[300];
  int result;

  room[salt & 255] = (char) salt;
  SetLastError ((DWORD) depth + 1000);
  result = fn (depth, salt);
  if (room[salt & 255] != (char) salt)
    return -1;
  SetLastError ((DWORD) depth + 2000);
  return result + 1;
}

struct job
{
  int (*fn) (int, int);
  int count, salt, good;
};

static DWORD WINAPI
thread_main (void *arg)
{
  struct job *job = arg;

  for (int i = 0; i < job->count; i++)
    job->good += job->fn (i, job->salt) == i * 2 + job->salt;
  return 0;
}

/* A thread of its own calls FN COUNT times; how many results were right, or -1
   if Windows gave no thread.  */
EXPORT int
soak_thread (int (*fn) (int, int), int count, int salt)
{
  struct job job = { fn, count, salt, 0 };
  HANDLE thread = CreateThread (NULL, 0, thread_main, &job, 0, NULL);

  if (!thread)
    return -1;
  WaitForSingleObject (thread, INFINITE);
  CloseHandle (thread);
  return job.good;
}

static DWORD WINAPI
pool_main (void *arg)
{
  struct job *job = arg;

  thread_main (job);
  InterlockedIncrement ((volatile LONG *) &job->count);
  return 0;
}

/* Likewise on a thread of the process's pool.  */
EXPORT int
soak_pool (int (*fn) (int, int), int count, int salt)
{
  struct job job = { fn, count, salt, 0 };

  if (!QueueUserWorkItem (pool_main, &job, WT_EXECUTEDEFAULT))
    return -1;
  while (*(volatile int *) &job.count == count)
    Sleep (0);
  return job.good;
}
