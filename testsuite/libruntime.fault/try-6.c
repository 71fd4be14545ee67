/* rt_throw by growable code that plain code called, after the goroutine's
   processor was taken: it waits for one.  */
/* { dg-do run } */
/* { dg-dll "try-6-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "fault-test.h"

__declspec (dllimport) int wait_and_call (int (*function) (int), int n,
                                          volatile int *until);

static volatile int others, stop;

static void
busy (void *unused)
{
  (void) unused;
  while (!stop)
    {
      others++;
      rt_gosched ();
    }
}

static int
throws (int n)
{
  volatile char buffer[100];

  buffer[n % 100] = 5;
  rt_throw ((uintptr_t) (n + buffer[n % 100]));
}

static void
waits (void *arg)
{
  int n = (int) (intptr_t) arg;

  wait_and_call (throws, n, n ? &others : NULL);
  CHECK (0);
}

int
main (void)
{
  uintptr_t value;

  CHECK_EQ (rt_go (busy, NULL), 0);
  for (int i = 0; i < 10; i++)
    {
      int before = others;

      CHECK_EQ (rt_try (waits, (void *) 30, &value), RT_ETHROWN);
      CHECK_EQ (value, 35);
      CHECK (others > before);
      before = others;
      CHECK_EQ (rt_try (waits, (void *) 0, &value), RT_ETHROWN);
      whole ();
      CHECK (others > before);
    }
  stop = 1;
  whole ();
  return 0;
}
