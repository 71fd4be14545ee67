/* Functions with the prologue of LLVM's split stacks.  */

#include "clang-1.h"

#define NOINLINE __attribute__ ((noinline))

/* Writes to its caller's frame.  */
NOINLINE uint64_t
clang_deep (uint64_t depth, uint64_t *outer)
{
  uint64_t here[8] = { 0, depth };
  uint64_t r = 0;

  if (depth > 0)
    r = clang_deep (depth - 1, here) + here[0];
  *outer += 1;
  return here[1] == depth ? r : UINT64_MAX;
}

NOINLINE uint64_t
clang_args (uint64_t depth, double x, int c, float y, uint64_t e, double z,
            uint64_t g)
{
  uint64_t r = 0;

  if (depth > 0)
    r = clang_args (depth - 1, x, c, y, e, z, g) + 1;
  else
    r = (uint64_t) c + e + g;
  return x == 0.5 && y == 0.25f && z == 0.125 ? r : 0;
}

/* A frame that wants a large segment.  */
NOINLINE uint64_t
clang_big (int value)
{
  volatile char array[1 << 20];
  uint64_t i, sum = 0;

  for (i = 0; i < sizeof array; i += 4096)
    array[i] = (char) value;
  for (i = 0; i < sizeof array; i += 4096)
    sum += array[i] == (char) value;
  return sum;
}

NOINLINE uint64_t
clang_up (uint64_t (*f) (uint64_t), uint64_t n)
{
  volatile char array[300];
  uint64_t r;

  array[n % 300] = 3;
  r = f (n);
  return r + (uint64_t) array[n % 300] - 3;
}

void
clang_run (void *arg)
{
  uint64_t depth = (uint64_t) arg, outer = 0, before = chains ();

  check_eq (clang_deep (depth, &outer), depth);
  check_eq (outer, 1);
  if (depth > 500)
    check_eq (chains () > before, 1);
  check_eq (clang_args (depth, 0.5, 3, 0.25f, 5, 0.125, 7), 15 + depth);
  before = chains ();
  check_eq (clang_big (7), 256);
  check_eq (chains () > before, 1);
  finished ();
}

/* Its frames and ours in turn.  */
void
clang_mixed (void *unused)
{
  uint64_t before = chains ();

  (void) unused;
  check_eq (clang_up (ours, 60), 60);
  check_eq (chains () > before, 1);
  finished ();
}
