/* Threads that Windows makes call back.  */

#include "rt-test.h"

struct job
{
  int (*f) (int, int);
  int id, count;
};

static unsigned long
thread_main (void *arg)
{
  struct job *job = arg;
  int i;

  for (i = 0; i < job->count; i++)
    {
      CHECK_EQ (job->f (job->id, i), job->id * 1000 + i);
      if (i % 32 == 0)
        Sleep (0);
    }
  return 0;
}

/* COUNT calls of F from each of THREADS threads.  */
__declspec (dllexport) void
from_threads (int (*f) (int, int), int threads, int count)
{
  void *thread[64];
  struct job job[64];
  int i;

  CHECK (threads <= 64);
  for (i = 0; i < threads; i++)
    {
      job[i].f = f;
      job[i].id = i;
      job[i].count = count;
      thread[i] = CreateThread (NULL, 0, thread_main, &job[i], 0, NULL);
      CHECK (thread[i] != NULL);
    }
  for (i = 0; i < threads; i++)
    {
      CHECK_EQ (WaitForSingleObject (thread[i], 60000), 0);
      CloseHandle (thread[i]);
    }
}
