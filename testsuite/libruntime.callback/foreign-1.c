/* 100 callbacks from each of 8 foreign threads, over and over: handles and
   goroutines do not grow.  */
/* { dg-do run } */
/* { dg-dll "foreign-1-dll.c" "link" } */

#include "cb-test.h"

#define ROUNDS 4

__declspec (dllimport) void from_threads (int (*f) (int, int), int threads,
                                          int count);
__declspec (dllimport) void *GetCurrentProcess (void);
__declspec (dllimport) int GetProcessHandleCount (void *, unsigned long *);

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
  unsigned long before = 0, after = 0;
  int i;

  for (i = 0; i < ROUNDS; i++)
    {
      from_threads (f, 8, 100);
      CHECK_EQ (calls, (i + 1) * 800);
      CHECK (GetProcessHandleCount (GetCurrentProcess (), &after));
      if (i == 1)
        before = after;
      /* The goroutines of threads that have ended are gone.  */
      CHECK_EQ (rt_numgoroutine (), 1);
    }
  CHECK (after <= before + 2);
  return 0;
}
