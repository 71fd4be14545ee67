/* Two hundred threads that each call back and end cost no memory that
   stays.  */
/* { dg-do run } */
/* { dg-dll "foreign-1-dll.c" "link" } */

#include "cb-test.h"

__declspec (dllimport) void from_threads (int (*f) (int, int), int threads,
                                          int count);

/* The words that the process's memory counters are; psapi.h.  */
struct counters
{
  unsigned long cb, faults;
  size_t peak_working_set, working_set, quota[4], pagefile, peak_pagefile;
};

__declspec (dllimport) void *GetCurrentProcess (void);
__declspec (dllimport) int K32GetProcessMemoryInfo (void *, struct counters *,
                                                    unsigned long);

static int
called_back (int id, int i)
{
  volatile char buffer[5000];

  buffer[i] = 1;
  recurse (10);
  return id * 1000 + i - 1 + buffer[i];
}

static size_t
committed (void)
{
  struct counters counters = { sizeof counters, 0, 0, 0, { 0 }, 0, 0 };

  CHECK (K32GetProcessMemoryInfo (GetCurrentProcess (), &counters,
                                  sizeof counters));
  return counters.pagefile;
}

int
main (void)
{
  int (*f) (int, int) = callback_new (called_back, "i(ii)");
  size_t before;
  int i;

  for (i = 0; i < 10; i++)
    from_threads (f, 4, 2);
  before = committed ();
  for (i = 0; i < 40; i++)
    from_threads (f, 4, 2);
  /* A thread's stack alone is more than this.  */
  CHECK (committed () < before + ((size_t) 2 << 20));
  return 0;
}
