/* Static objects: made in order before main, local ones once though many
   goroutines come at the same time, destroyed at the end.  */
/* { dg-do run } */
/* { dg-more-sources "init-1-more.cc" } */
/* { dg-match "^made: 1 2 3$" } */
/* { dg-match "^gone: local second first$" } */
/* { dg-match "^rt-test: \\d+ checks passed$" } */

#include <stdio.h>

#include "init-1.h"

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

int
main ()
{
  struct rt_waitgroup group = {};
  int used = 0;
  auto user = [&] { __atomic_add_fetch (&used, use_local (),
                                        __ATOMIC_RELAXED); };

  printf ("made:%s\n", made);
  fflush (stdout);
  CHECK_EQ (from_function, 42);
  CHECK_EQ (other_total, 11);
  for (int i = 0; i < 10; i++)
    go (&user, &group);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  CHECK_EQ (used, 50);
  CHECK_EQ (inits, 1);
  static traced local (4, "local");
  return 0;
}
