/* A library that works with goroutines; its users need not know.  */

#include "dll-test.h"
#include "rt.h"

#define WORKERS 50

static struct rt_chan *jobs, *results;
static HANDLE done;
static int sum;

static void
worker (void *arg)
{
  volatile int x = 0;
  int job;

  (void) arg;
  CHECK (!on_system_stack ());
  while (rt_chan_recv (jobs, &job) == 0)
    {
      job = descend (job, &x);
      CHECK_EQ (rt_chan_send (results, &job), 0);
    }
}

/* Send the numbers from 1 to N out, and add up what comes back.  */
static void
boss (void *arg)
{
  int n = (int) (intptr_t) arg, sent = 0, got = 0, job = 1, result;
  struct rt_select_case cases[2] = {
    { RT_SELECT_SEND, jobs, &job, 0 }, { RT_SELECT_RECV, results, &result, 0 }
  };
  size_t index;

  sum = 0;
  while (got < n)
    {
      CHECK_EQ (rt_select (cases, 2, RT_FOREVER, &index), 0);
      if (index == 1)
        {
          sum += result;
          got++;
        }
      else if (++sent < n)
        job++;
      else
        cases[0].op = RT_SELECT_NONE;
    }
  SetEvent (done);
}

/* The sum of the numbers from 1 to N.  Any thread of the host.  */
__declspec (dllexport) int
add_up (int n)
{
  CHECK (on_system_stack ());
  if (!done)
    {
      done = CreateEventA (NULL, FALSE, FALSE, NULL);
      CHECK_EQ (rt_chan_new (sizeof (int), 0, &jobs), 0);
      CHECK_EQ (rt_chan_new (sizeof (int), 0, &results), 0);
      for (int i = 0; i < WORKERS; i++)
        CHECK_EQ (rt_go (worker, NULL), 0);
    }
  CHECK_EQ (rt_chan_recv (results, NULL), RT_ENOTG);
  CHECK_EQ (rt_go (boss, (void *) (intptr_t) n), 0);
  CHECK_EQ (WaitForSingleObject (done, INFINITE), 0);
  return sum;
}

/* -- Callbacks: the host's thread has a goroutine while one lasts -------- */

static struct rt_mutex mutex;
static struct rt_chan *echo;
static int entered;

static void
echoer (void *arg)
{
  int n;

  (void) arg;
  while (rt_chan_recv (echo, &n) == 0)
    CHECK_EQ (rt_chan_send (echo, &n), 0);
}

static int
called_back (int n)
{
  volatile int x = 0;
  int r = n;

  CHECK (!on_system_stack ());
  CHECK_EQ (rt_mutex_lock (&mutex), 0);
  entered++;
  CHECK_EQ (rt_chan_send (echo, &r), 0);
  rt_gosched ();
  r = -1;
  CHECK_EQ (rt_chan_recv (echo, &r), 0);
  CHECK_EQ (r, n);
  CHECK_EQ (rt_mutex_unlock (&mutex), 0);
  rt_sleep (100000);
  return descend (n, &x) + 1;
}

/* A function that returns its argument and 1.  */
__declspec (dllexport) void *
successor (void)
{
  void *callback;

  CHECK_EQ (rt_chan_new (sizeof (int), 0, &echo), 0);
  CHECK_EQ (rt_go (echoer, NULL), 0);
  CHECK_EQ (rt_callback_new (called_back, "i(i)", &callback), 0);
  return callback;
}

__declspec (dllexport) int
count (void)
{
  return entered;
}

/* -- What is still going on when the host ends -------------------------- */

static void
busy (void *arg)
{
  for (;;)
    if (arg)
      Sleep (1);
    else
      rt_gosched ();
}

static void
asleep (void *arg)
{
  (void) arg;
  Sleep (INFINITE);
}

__declspec (dllexport) void
keep_going (void)
{
  CHECK_EQ (rt_go (busy, NULL), 0);
  CHECK_EQ (rt_go (busy, &mutex), 0);
  for (int i = 0; i < 5; i++)
    CHECK_EQ (rt_go (asleep, NULL), 0);
}
