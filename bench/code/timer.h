/* timer.h: what each program of this folder begins with: it calls WORK until
   MIN_TIME of the processor has gone, and prints the time of one call.
   SPDX-License-Identifier: MIT  */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#define MIN_TIME 1.0            /* Seconds; the clock ticks by 10 ms.  */

/* One piece of work; what it returns is the same each time.  */
static uint32_t work (void);

/* The processor time that the process has used, in seconds: a busy machine
   disturbs it less than a clock.  */
static double
cpu_time (void)
{
  FILETIME begin, end, kernel, user;

  GetProcessTimes (GetCurrentProcess (), &begin, &end, &kernel, &user);
  return ((uint64_t) user.dwHighDateTime << 32 | user.dwLowDateTime) * 1e-7;
}

int
main (void)
{
  uint32_t result = work ();    /* Stacks grow, caches fill.  */
  double begin = cpu_time (), time;
  unsigned int calls = 0;

  do
    {
      if (work () != result)
        {
          puts ("the result differs");
          return 1;
        }
      calls++;
      time = cpu_time () - begin;
    }
  while (time < MIN_TIME);
  printf ("%.9f %08x\n", time / calls, (unsigned int) result);
  return 0;
}

/* A small generator, the same everywhere.  */
static inline uint32_t
rnd (uint32_t *state)
{
  *state = *state * 1664525 + 1013904223;
  return *state >> 8;
}
