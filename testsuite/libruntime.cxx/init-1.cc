/* Static objects: made in order before main, local ones once though many
   goroutines come at the same time, destroyed at the end; a constructor that
   throws is tried again.  No goroutine is bound to its thread after that.  */
/* { dg-do run } */
/* { dg-more-sources "init-1-more.cc" } */
/* { dg-match "^made: 1 2 3$" } */
/* { dg-match "^gone: local second first$" } */
/* { dg-match "^rt-test: \\d+ checks passed$" } */

#include <stdio.h>

#include "init-1.h"

extern "C" __declspec (dllimport) void *OpenThread (unsigned long, int,
                                                    unsigned long);
#define SYNCHRONIZE 0x100000
#define WAIT_TIMEOUT 258

static std::string
name (const char *s)
{
  deep (20, [] {});
  return s;
}

static traced first (1, name ("first"));
static traced second (2, name ("second"));
static traced third = traced (3, "");
static int from_function = (deep (50, [] {}), 42);

/* init-1-more.cc  */
extern int other_total;

static int inits;

struct slow
{
  int n;
  slow () : n (0)
  {
    inits++;
    for (int i = 0; i < 5; i++)
      rt_sleep (MS);
    n = 5;
  }
};

static NOINLINE int
use_local ()
{
  static slow s;
  return s.n;
}

static int attempts;

struct second_time
{
  second_time ()
  {
    deep (20, [] { rt_sleep (MS); });
    if (attempts++ == 0)
      throw attempts;
  }
};

static NOINLINE void
use_failing ()
{
  static second_time s;
}

/* Run FN on N goroutines, ten at most, which end then.  Were one still bound,
   its thread would end, too.  */
template <class F>
static NOINLINE void
run_unbound (int n, F fn)
{
  struct rt_waitgroup group = {};
  void *threads[10];
  int next = 0;
  auto run = [&]
    {
      fn ();
      threads[__atomic_fetch_add (&next, 1, __ATOMIC_RELAXED)]
          = OpenThread (SYNCHRONIZE, 0, GetCurrentThreadId ());
    };

  rt_lockosthread ();           /* Leaves other threads to them.  */
  for (int i = 0; i < n; i++)
    go (&run, &group);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  for (int i = 0; i < n; i++)
    {
      CHECK (threads[i] != nullptr);
      CHECK_EQ (WaitForSingleObject (threads[i], 200 / n), WAIT_TIMEOUT);
      CloseHandle (threads[i]);
    }
  rt_unlockosthread ();
}

static void
fails ()
{
  int caught = 0;

  try
    {
      use_failing ();
    }
  catch (int n)
    {
      caught = n;
    }
  CHECK_EQ (caught, 1);
}

int
main ()
{
  int used = 0;

  printf ("made:%s\n", made);
  fflush (stdout);
  CHECK_EQ (from_function, 42);
  CHECK_EQ (other_total, 11);
  run_unbound (10, [&]
    { __atomic_add_fetch (&used, use_local (), __ATOMIC_RELAXED); });
  CHECK_EQ (used, 50);
  CHECK_EQ (inits, 1);
  run_unbound (1, fails);
  run_unbound (2, use_failing);
  CHECK_EQ (attempts, 2);
  static traced local (4, "local");
  return 0;
}
