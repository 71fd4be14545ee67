/* Functions of clang -fsplit-stack, called from growable code by name and by
   pointer, have their arguments and results.  */
/* { dg-do run } */
/* { dg-require "clang" } */
/* { dg-clang-sources "clang-1-clang.c" } */

#include "stack-test.h"

#include "clang-1.h"

void
check_eq (uint64_t got, uint64_t want)
{
  CHECK_EQ (got, want);
}

uint64_t
chains (void)
{
  return 0;
}

void
finished (void)
{
}

uint64_t
ours (uint64_t n)
{
  return n == 0 ? 0 : clang_up (ours, n - 1) + 1;
}

static void
run (void *unused)
{
  uint64_t (*volatile pointer) (uint64_t, uint64_t *) = clang_deep;
  uint64_t outer = 0;

  (void) unused;
  CHECK_EQ (clang_deep (50, &outer), 50);
  CHECK_EQ (pointer (100, &outer), 100);
  CHECK_EQ (outer, 2);
  CHECK_EQ (clang_args (20, 0.5, 3, 0.25f, 5, 0.125, 7), 35);
  CHECK_EQ (clang_up (ours, 10), 10);
}

int
main (void)
{
  on_fresh (run, NULL);
  return 0;
}
