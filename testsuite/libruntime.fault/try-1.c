/* rt_throw comes back from rt_try: with its value, to the innermost one, over
   stacks that moved and chained, with registers, data stack and last error
   right.  */
/* { dg-do run } */

#include "fault-test.h"

static volatile int runs;

static void
nothing (void *arg)
{
  runs += *(int *) arg;
}

static void
throws (void *arg)
{
  SetLastError (1234);
  rt_throw ((uintptr_t) arg);
}

static void
throws_deep (void *arg)
{
  descend (*(int *) arg, throws, arg);
}

static void
throws_pinned (void *arg)
{
  descend_pinned (*(int *) arg, throws_deep, arg, 0);
}

/* Eight values that live in non-volatile registers over the rt_try.  */
static void NOINLINE
try_it (void (*fn) (void *), void *arg)
{
  volatile uint64_t seed = 3;
  uint64_t a = seed, b = a * 5, c = b * 7, d = c * 11, e = d * 13;
  double x = (double) a / 7, y = x * 3, z = y * 5;
  volatile char before[300];
  uintptr_t value = 5;

  memset ((char *) before, 17, sizeof before);
  CHECK_EQ (rt_try (fn, arg, &value), RT_ETHROWN);
  CHECK_EQ (GetLastError (), 1234);
  CHECK_EQ (value, (uintptr_t) arg);
  CHECK_EQ (a, seed);
  CHECK_EQ (b, seed * 5);
  CHECK_EQ (c, seed * 35);
  CHECK_EQ (d, seed * 385);
  CHECK_EQ (e, seed * 5005);
  CHECK_EQ_DOUBLE (x, (double) seed / 7);
  CHECK_EQ_DOUBLE (y, x * 3);
  CHECK_EQ_DOUBLE (z, y * 5);
  for (size_t i = 0; i < sizeof before; i++)
    if (before[i] != 17)
      CHECK_EQ (before[i], 17);
  whole ();
}

/* -- Nested ------------------------------------------------------------ */

static void
inner_returns (void *arg)
{
  uintptr_t value = 1;

  CHECK_EQ (rt_try (nothing, arg, &value), 0);
  CHECK_EQ (value, 1);
  CHECK_EQ (rt_try (throws_deep, arg, NULL), RT_ETHROWN);
  CHECK_EQ (rt_try (throws_deep, arg, &value), RT_ETHROWN);
  CHECK_EQ (value, (uintptr_t) arg);
  /* Again, to the outer one.  */
  rt_throw (value + 1);
}

static void
nested (int *depth)
{
  uintptr_t value;

  CHECK_EQ (rt_try (inner_returns, depth, &value), RT_ETHROWN);
  CHECK_EQ (value, (uintptr_t) depth + 1);
}

static volatile int tower_top;

static void
tower (void *arg)
{
  uintptr_t value = 0, n = (uintptr_t) arg;

  if (n == 0)
    rt_throw (1);
  CHECK_EQ (rt_try (tower, (void *) (n - 1), &value), RT_ETHROWN);
  CHECK_EQ (value, n);
  tower_top = (int) n;
  rt_throw (value + 1);
}

static void
all (void *arg)
{
  int depths[] = { 0, 1, 5, 50, 300 };
  uintptr_t value = 0;
  size_t size;

  (void) arg;
  for (size_t i = 0; i < sizeof depths / sizeof *depths; i++)
    {
      try_it (throws_deep, &depths[i]);
      try_it (throws_pinned, &depths[i]);
      nested (&depths[i]);
      CHECK_EQ (rt_try (nothing, &depths[i], &value), 0);
    }
  CHECK_EQ (value, 0);
  CHECK_EQ (rt_try (tower, (void *) 200, &value), RT_ETHROWN);
  CHECK_EQ (value, 201);
  CHECK_EQ (tower_top, 200);
  whole ();
  /* Nothing is left on the data stack.  */
  size = info ().data_size;
  for (int i = 0; i < 200; i++)
    CHECK_EQ (rt_try (throws_deep, &depths[4], NULL), RT_ETHROWN);
  CHECK_EQ (info ().data_size, size);
}

static void
in_depth (void *arg)
{
  descend (500, all, arg);
}

static void
in_pinned_depth (void *arg)
{
  descend_pinned (300, all, arg, 0);
}

int
main (void)
{
  uintptr_t value = 9;

  CHECK_EQ (rt_try (NULL, NULL, &value), RT_EINVAL);
  CHECK_EQ (rt_try ((void (*) (void *)) (uintptr_t) 0xffff, NULL, NULL),
            RT_EINVAL);
  CHECK_EQ (value, 9);
  all (NULL);
  CHECK_EQ (runs, 2 * 356);
  on_fresh (all, NULL);
  on_fresh (in_depth, NULL);
  on_fresh (in_pinned_depth, NULL);
  return 0;
}
