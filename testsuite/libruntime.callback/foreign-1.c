/* 100 callbacks from each of 8 foreign threads, over and over: handles and
   goroutines do not grow.  */
/* { dg-do run } */
/* { dg-dll "foreign-1-dll.c" "link" } */

#include "cb-test.h"
#include "usage.h"

#define ROUNDS 12

__declspec (dllimport) void from_threads (int (*f) (int, int), int threads,
                                          int count);

static int calls;

static int
called_back (int id, int i)
{
  recurse (i % 10);
  if (i % 25 == 0)
    rt_gosched ();
  __atomic_fetch_add (&calls, 1, __ATOMIC_RELAXED);
  return id * 1000 + i;
}

int
main (void)
{
  int (*f) (int, int) = callback_new (called_back, "i(ii)");
  unsigned long before = 0;
  int i;

  for (i = 0; i < ROUNDS; i++)
    {
      from_threads (f, 8, 100);
      CHECK_EQ (calls, (i + 1) * 800);
      if (i == 1)
        before = handles ();
      /* The goroutines of threads that have ended are gone.  */
      CHECK_EQ (rt_numgoroutine (), 1);
    }
  CHECK (handles () <= before + 2);
  return 0;
}
