/* GNU C's nested functions reach their parents' locals while the stack moves
   below them.  */
/* { dg-do run } */

#include "stack-test.h"

static uint64_t NOINLINE
parent (uint64_t n)
{
  uint64_t sum = 0, array[20];

  void NOINLINE add (uint64_t depth)
  {
    CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), depth + 15);
    sum += depth;
    array[depth % 20] = depth;
    if (depth > 0)
      add (depth - 1);
    CHECK_EQ (array[depth % 20], depth % 20);
  }

  add (n);
  return sum;
}

static void
run (void *arg)
{
  uint64_t n = (uint64_t) arg;

  CHECK_EQ (parent (n), n * (n + 1) / 2);
}

int
main (void)
{
  on_fresh (run, (void *) 1);
  on_fresh (run, (void *) 40);
  return 0;
}
