/* Calls that call back.  */

#include "rt-test.h"

typedef uintptr_t callback (uintptr_t);

__declspec (dllexport) uintptr_t
through (callback *f, uintptr_t n)
{
  uintptr_t r = f (n);

  SetLastError ((unsigned long) (1000 + n));
  return r;
}

struct job
{
  callback *f;
  uintptr_t n, r;
};

static unsigned long
thread_main (void *arg)
{
  struct job *job = arg;

  job->r = job->f (job->n);
  return 0;
}

__declspec (dllexport) uintptr_t
through_thread (callback *f, uintptr_t n)
{
  struct job job = { f, n, 0 };
  void *thread = CreateThread (NULL, 0, thread_main, &job, 0, NULL);

  CHECK (thread != NULL);
  CHECK_EQ (WaitForSingleObject (thread, 30000), 0);
  CloseHandle (thread);
  return job.r;
}
