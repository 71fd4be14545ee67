/* bench-clock.c: time, medians, memory; plain code.
   SPDX-License-Identifier: MIT  */

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
#include <psapi.h>

double
bench_now (void)
{
  static double scale;
  LARGE_INTEGER n;

  if (scale == 0)
    {
      QueryPerformanceFrequency (&n);
      scale = 1e9 / (double) n.QuadPart;
    }
  QueryPerformanceCounter (&n);
  return (double) n.QuadPart * scale;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

void
bench_report (const char *name, double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);
  printf ("%s %.2f\n", name, values[ROUNDS / 2]);
  fflush (stdout);
}

uint64_t
bench_working_set (void)
{
  PROCESS_MEMORY_COUNTERS counters;

  counters.cb = sizeof counters;
  if (!GetProcessMemoryInfo (GetCurrentProcess (), &counters,
                             sizeof counters))
    return 0;
  return counters.WorkingSetSize;
}
