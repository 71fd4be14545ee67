/* bench-c.c: the same calls straight from C, the measure of all.
   SPDX-License-Identifier: MIT  */

#include "bench.h"

#include <stdio.h>
#include <windows.h>

#define CALLS 200000

typedef intptr_t callback (intptr_t);

static intptr_t
called_back (intptr_t i)
{
  return i + 1;
}

int
main (void)
{
  HMODULE dll = LoadLibraryA ("bench-dll.dll");
  intptr_t (*volatile add) (intptr_t, intptr_t);
  intptr_t (*volatile callk) (callback *, intptr_t);
  double value[ROUNDS];
  int r, i;

  if (!dll)
    {
      printf ("no bench-dll.dll\n");
      return 1;
    }
  add = (void *) GetProcAddress (dll, "add");
  callk = (void *) GetProcAddress (dll, "callk");
  for (r = 0; r < ROUNDS; r++)
    {
      double t = bench_now ();

      for (i = 0; i < CALLS; i++)
        add (i, 1);
      value[r] = (bench_now () - t) / CALLS;
    }
  bench_report ("call", value);
  for (r = 0; r < ROUNDS; r++)
    {
      double t = bench_now ();

      callk (called_back, CALLS);
      value[r] = (bench_now () - t) / CALLS;
    }
  bench_report ("callback", value);
  return 0;
}
