/* A hundred goroutines recover a hundred times each, at depths that make
   their stacks move, and wait in between on any thread.  */
/* { dg-do run } */
/* { dg-timeout 120 } */

#include "fault-test.h"

#define GOROUTINES 100
#define TIMES 100

static struct rt_waitgroup done;
static volatile int recovered;

static void
throws (void *arg)
{
  if ((uintptr_t) arg % 8 == 0)
    rt_gosched ();
  rt_throw ((uintptr_t) arg);
}

static void
goes_deep (void *arg)
{
  uintptr_t n = (uintptr_t) arg, value = 0;

  CHECK_EQ (rt_try (throws, (void *) (n + 1), &value), RT_ETHROWN);
  CHECK_EQ (value, n + 1);
  if (n % 3)
    descend ((int) (n % 60), throws, arg);
  else
    descend_pinned ((int) (n % 20), throws, arg, 0);
}

static void
run (void *arg)
{
  uintptr_t base = (uintptr_t) arg * 1000003;

  for (uintptr_t i = 0; i < TIMES; i++)
    {
      uintptr_t value = 0;

      CHECK_EQ (rt_try (goes_deep, (void *) (base + i), &value), RT_ETHROWN);
      CHECK_EQ (value, base + i);
      __atomic_fetch_add (&recovered, 1, __ATOMIC_RELAXED);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  CHECK_EQ (rt_waitgroup_add (&done, GOROUTINES), 0);
  for (intptr_t i = 0; i < GOROUTINES; i++)
    CHECK_EQ (rt_go (run, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  CHECK_EQ (recovered, GOROUTINES * TIMES);
  return 0;
}
