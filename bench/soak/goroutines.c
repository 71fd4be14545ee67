/* goroutines.c: stacks, and goroutines among themselves.
   SPDX-License-Identifier: MIT  */

#include <setjmp.h>
#include <stdarg.h>

#include "soak.h"

#define ECHOES 6

/* -- Stacks -------------------------------------------------------------- */

int NOINLINE
descend (int n, const int *above)
{
  int own[12];

  for (int i = 0; i < 12; i++)
    own[i] = n + i;
  if (above && *above != n + 1)
    failed (__FILE__, __LINE__, "*above", *above, n + 1);
  if (n > 0)
    own[1] = descend (n - 1, own);
  for (int i = 2; i < 12; i++)
    if (own[i] != n + i)
      failed (__FILE__, __LINE__, "own[i]", own[i], n + i);
  return own[1] + (n > 0 ? n : -1);
}

/* The same with frames that are pinned.  */
static int NOINLINE
descend_pinned (int n, ...)
{
  va_list ap;
  int again, result = 0;

  va_start (ap, n);
  again = va_arg (ap, int);
  if (n > 0)
    result = descend_pinned (n - 1, again);
  va_end (ap);
  return result + again;
}

void
do_grow (struct chance *c)
{
  int n = (int) pick (c, 400), again = (int) pick (c, 9);

  if (pick (c, 4) == 0)
    CHECK_EQ (descend_pinned (n % 50, again), (n % 50 + 1) * again);
  CHECK_EQ (descend (n, NULL), n * (n + 1) / 2);
}

static void NOINLINE
jump (jmp_buf env, int n)
{
  volatile char room[80];

  room[n % 80] = 1;
  if (n == 0)
    longjmp (env, 7);
  jump (env, n - 1);
  room[n % 80] = 2;
}

void
do_jump (struct chance *c)
{
  volatile int before = (int) pick (c, 1000);
  int kept = before, n = (int) pick (c, 60);
  jmp_buf env;

  if (setjmp (env) == 0)
    {
      before++;
      jump (env, n);
      CHECK_EQ (0, 1);
    }
  CHECK_EQ (before, kept + 1);
}

/* -- Goroutines among themselves ------------------------------------------ */

struct child
{
  struct rt_waitgroup *done;
  int n, result;
};

static void
child_main (void *arg)
{
  struct child *child = arg;

  if (child->n % 3 == 0)
    rt_gosched ();
  child->result = descend (child->n, NULL);
  CHECK_EQ (rt_waitgroup_done (child->done), 0);
}

void
do_children (struct chance *c)
{
  struct rt_waitgroup done = { { 0 } };
  struct child child[20];
  int n = (int) pick (c, 20) + 1;

  CHECK_EQ (rt_waitgroup_add (&done, n), 0);
  for (int i = 0; i < n; i++)
    {
      child[i] = (struct child){ &done, (int) pick (c, 100), 0 };
      CHECK_EQ (rt_go (child_main, &child[i]), 0);
    }
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  for (int i = 0; i < n; i++)
    CHECK_EQ (child[i].result, child[i].n * (child[i].n + 1) / 2);
}

struct request
{
  struct rt_chan *answer;
  int n;
};

static struct rt_chan *requests;

static void
echo_main (void *unused)
{
  struct request r;

  (void) unused;
  while (rt_chan_recv (requests, &r) == 0)
    {
      int twice = r.n * 2;

      CHECK_EQ (rt_chan_send (r.answer, &twice), 0);
    }
}

void
channels_init (void)
{
  CHECK_EQ (rt_chan_new (sizeof (struct request), 3, &requests), 0);
  for (int i = 0; i < ECHOES; i++)
    CHECK_EQ (rt_go (echo_main, NULL), 0);
}

void
channels_end (void)
{
  CHECK_EQ (rt_chan_close (requests), 0);
}

void
do_channel (struct chance *c)
{
  struct request r = { NULL, (int) pick (c, 100000) };
  int answer = 0;
  struct rt_select_case cases[2];
  uint64_t wait = pick (c, 2) * MS;
  size_t which = 9;

  CHECK_EQ (rt_chan_new (sizeof (int), pick (c, 2), &r.answer), 0);
  CHECK_EQ (rt_chan_send (requests, &r), 0);
  cases[0] = (struct rt_select_case){ RT_SELECT_NONE, NULL, NULL, 0 };
  cases[1] = (struct rt_select_case){ RT_SELECT_RECV, r.answer, &answer, 0 };
  CHECK_EQ (rt_select (cases, 2, RT_FOREVER, &which), 0);
  CHECK_EQ (which, 1);
  CHECK_EQ (answer, r.n * 2);
  CHECK_EQ (rt_select (cases, 2, wait, &which),
            wait ? RT_ETIMEOUT : RT_EAGAIN);
  CHECK_EQ (rt_chan_free (r.answer), 0);
}

static struct rt_mutex mutex;
static long long guarded[2];

void
do_mutex (struct chance *c)
{
  CHECK_EQ (rt_mutex_lock (&mutex), 0);
  CHECK_EQ (guarded[0], guarded[1]);
  guarded[0]++;
  if (pick (c, 8) == 0)
    rt_gosched ();
  guarded[1]++;
  CHECK_EQ (rt_mutex_unlock (&mutex), 0);
}

void
check_mutex (void)
{
  CHECK_EQ (guarded[0], guarded[1]);
}

void
do_bound (struct chance *c)
{
  DWORD thread;

  rt_lockosthread ();
  thread = GetCurrentThreadId ();
  for (int i = (int) pick (c, 5); i >= 0; i--)
    {
      rt_gosched ();
      CHECK_EQ (GetCurrentThreadId (), thread);
    }
  rt_unlockosthread ();
}

void
do_sleep (struct chance *c)
{
  if (pick (c, 2))
    rt_sleep (pick (c, 5) * MS);
  else
    Sleep (pick (c, 4));
}

/* Computes for longer than a goroutine may without a break.  */
void
do_compute (struct chance *c)
{
  int rounds = pick (c, 10) == 0 ? 2000 : 20;

  for (int i = 0; i < rounds; i++)
    CHECK_EQ (descend (20, NULL), 210);
}
