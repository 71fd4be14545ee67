/* A loop that chains a segment at each turn uses the one that it released:
   memory does not grow.  */
/* { dg-do run } */

#include <stdarg.h>

#include "stack-test.h"

static int NOINLINE
pinned (int depth, ...)
{
  va_list ap;
  int a;

  va_start (ap, depth);
  CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), (uint64_t) depth + 15);
  a = va_arg (ap, int);
  va_end (ap);
  return a;
}

static void
run (void *unused)
{
  struct rt_stackinfo one, all;
  int i;

  (void) unused;
  CHECK_EQ (pinned (150, 7), 7);
  one = info ();
  CHECK (one.chains > 0);
  for (i = 0; i < 40; i++)
    CHECK_EQ (pinned (150, i), i);
  all = info ();
  CHECK_EQ (all.control_size, one.control_size);
}

int
main (void)
{
  on_fresh (run, NULL);
  return 0;
}
