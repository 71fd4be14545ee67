/* Control stacks grow to 1 and to 64 MiB by moving.  */
/* { dg-do run } */
/* { dg-skip "movestack" "a move at each of a million calls takes hours" } */

#include "stack-test.h"

static void
grow (void *arg)
{
  size_t size = (size_t) arg;
  uint64_t depth = size / 100 + 1;

  CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), depth + 15);
  CHECK (info ().control_size >= size);
  CHECK (info ().moves > 0);
  CHECK (info ().moves < 40);
  CHECK_EQ (info ().chains, 0);
}

int
main (void)
{
  on_fresh (grow, (void *) (1 << 20));
  on_fresh (grow, (void *) (64 << 20));
  on_fresh (grow, (void *) (1 << 20));
  return 0;
}
