/* Local arrays of 1 and 16 MiB, at once in a fresh goroutine.  */
/* { dg-do run } */

#include "stack-test.h"

#define BIG(name, size)                                                 \
  static int NOINLINE                                                   \
  name (int v)                                                          \
  {                                                                     \
    volatile char array[size];                                          \
    size_t i;                                                           \
    int sum = 0;                                                        \
                                                                        \
    for (i = 0; i < sizeof array; i += 4096)                            \
      array[i] = (char) v;                                              \
    array[sizeof array - 1] = (char) v;                                 \
    CHECK_EQ (deep (10, 1, 2, 3, 4, 5), 25);                            \
    for (i = 0; i < sizeof array; i += 4096)                            \
      sum += array[i] == (char) v;                                      \
    CHECK_EQ (array[sizeof array - 1], (char) v);                       \
    return sum;                                                         \
  }
BIG (one, 1 << 20)
BIG (sixteen, 16 << 20)

/* A leaf: its array may be on the control stack.  */
static int NOINLINE
leaf (int v)
{
  volatile char array[100000];
  size_t i;

  for (i = 0; i < sizeof array; i++)
    array[i] = (char) v;
  return array[0] + array[sizeof array - 1];
}

static void
run (void *unused)
{
  (void) unused;
  CHECK_EQ (leaf (3), 6);
  CHECK_EQ (one (7), 256);
  CHECK_EQ (sixteen (8), 4096);
  CHECK_EQ (one (9), 256);
}

int
main (void)
{
  on_fresh (run, NULL);
  return 0;
}
