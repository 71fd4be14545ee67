/* usage.h: what the process holds of memory and handles.
   SPDX-License-Identifier: MIT  */

#ifndef USAGE_H
#define USAGE_H

#include <stddef.h>
#include <stdint.h>

#include "rt-test.h"

/* The words that its counters are; psapi.h.  */
struct counters
{
  unsigned long cb, faults;
  size_t peak_working_set, working_set, quota[4], pagefile, peak_pagefile;
};

__declspec (dllimport) void *GetCurrentProcess (void);
__declspec (dllimport) int K32GetProcessMemoryInfo (void *, struct counters *,
                                                    unsigned long);
__declspec (dllimport) int GetProcessHandleCount (void *, unsigned long *);
#ifndef _WINDOWS_
__declspec (dllimport) void *CreateEventA (void *, int, int, const char *);
#endif

/* Private memory, in bytes.  */
RT_TEST_UNUSED static size_t
committed (void)
{
  struct counters counters = { sizeof counters, 0, 0, 0, { 0 }, 0, 0 };

  CHECK (K32GetProcessMemoryInfo (GetCurrentProcess (), &counters,
                                  sizeof counters));
  return counters.pagefile;
}

/* How many handles there are.  Wine 8 says 0; but it gives the lowest that is
   free.  */
RT_TEST_UNUSED static unsigned long
handles (void)
{
  unsigned long n = 0;
  void *event;

  CHECK (GetProcessHandleCount (GetCurrentProcess (), &n));
  if (n == 0)
    {
      event = CreateEventA (NULL, 0, 0, NULL);
      n = (unsigned long) ((uintptr_t) event / 4);
      CloseHandle (event);
    }
  return n;
}

#endif /* USAGE_H */
