/* At the end of the process, when all other threads have been killed, a
   callback may do all that needs nobody else, and what would wait for them
   says RT_ENOTG.  Its stacks grow, it starts goroutines, it calls back
   again; the exit status stays.  */
/* { dg-do run } */
/* { dg-dll "detach-1-dll.c" } */
/* { dg-env "RT_MAXPROCS=4" } */
/* { dg-should-fail 3 } */
/* { dg-match "^the end: 14 checks, 3000 deep, nested 7$" } */
/* { dg-timeout 20 } */

#include <stdio.h>

#include "rt-test.h"
#include "rt.h"

static struct rt_chan *full, *empty;
static struct rt_mutex held;
static struct rt_waitgroup busy;
static int (*nested) (int);
static volatile int never_runs;

static int
deep (int n)
{
  volatile char buffer[100];

  buffer[n % 100] = 1;
  return n ? deep (n - 1) + buffer[n % 100] : 0;
}

static int
nested_fn (int n)
{
  return n + deep (100) - 100;
}

static void
never (void *arg)
{
  (void) arg;
  never_runs = 1;
}

/* Goroutines that keep all locks of the runtime busy.  */
static void
churn (void *arg)
{
  deep (50);
  Sleep (0);
  if (rt_go (churn, arg) != 0)
    ExitProcess (99);
}

static void
at_end (void)
{
  struct rt_select_case c = { RT_SELECT_RECV, empty, NULL, 0 };
  void *callback;
  size_t index;
  int value = 1, n;

  rt_test_count = 0;
  CHECK_EQ (rt_chan_send (full, &value), RT_ENOTG);
  CHECK_EQ (rt_chan_recv (empty, &value), RT_ENOTG);
  CHECK_EQ (rt_chan_recv (full, &value), 0);
  CHECK_EQ (rt_select (&c, 1, RT_FOREVER, &index), RT_ENOTG);
  CHECK_EQ (rt_select (&c, 1, 1000000, &index), RT_ENOTG);
  CHECK_EQ (rt_select (&c, 1, 0, &index), RT_EAGAIN);
  CHECK_EQ (rt_mutex_lock (&held), RT_ENOTG);
  CHECK_EQ (rt_waitgroup_wait (&busy), RT_ENOTG);
  CHECK_EQ (rt_park (), RT_ENOTG);
  rt_sleep (1000000);
  rt_gosched ();
  CHECK_EQ (rt_go (never, NULL), 0);
  CHECK_EQ (rt_ready (rt_self ()), 0);
  CHECK_EQ (rt_callback_new (nested_fn, "i(i)", &callback), 0);
  CHECK_EQ (nested (7), 7);
  Sleep (20);
  CHECK_EQ (never_runs, 0);
  n = rt_test_count;
  CHECK_EQ (deep (3000), 3000);
  printf ("the end: %d checks, %d deep, nested %d\n", n, deep (3000),
          nested (7));
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  void *callback;
  int value = 0;

  CHECK_EQ (rt_chan_new (sizeof (int), 1, &full), 0);
  CHECK_EQ (rt_chan_send (full, &value), 0);
  CHECK_EQ (rt_chan_new (sizeof (int), 0, &empty), 0);
  CHECK_EQ (rt_waitgroup_add (&busy, 1), 0);
  CHECK_EQ (rt_mutex_lock (&held), 0);
  CHECK_EQ (rt_callback_new (nested_fn, "i(i)", &callback), 0);
  nested = (int (*) (int)) (uintptr_t) callback;
  CHECK_EQ (rt_callback_new (at_end, "v()", &callback), 0);
  ((void (*) (void *)) test_proc ("detach-1-dll.dll", "set_end")) (callback);
  for (int i = 0; i < 20; i++)
    CHECK_EQ (rt_go (churn, NULL), 0);
  rt_sleep (20000000);
  if (argc > 1 && strcmp (argv[1], "elsewhere") == 0)
    ((void (*) (int)) test_proc ("detach-1-dll.dll", "exit_elsewhere")) (3);
  exit (3);
}
