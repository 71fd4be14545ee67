/* Control stacks grow to 1 and to 64 KiB by moving, and results come back
   through all frames.  */
/* { dg-do run } */

#include "stack-test.h"

static void
grow (void *arg)
{
  size_t size = (size_t) arg;
  uint64_t depth = size / 100 + 1, k;
  struct rt_stackinfo before = info (), after;

  CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), depth + 15);
  after = info ();
  if (size > before.control_size)
    {
      CHECK (after.moves > before.moves);
      CHECK (after.control_size >= size);
    }
  CHECK_EQ (after.chains, before.chains);
  /* And again, on the stack as it now is.  */
  for (k = 0; k < 3; k++)
    CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), depth + 15);
}

int
main (void)
{
  on_fresh (grow, (void *) 1024);
  on_fresh (grow, (void *) 65536);
  grow ((void *) 65536);
  return 0;
}
