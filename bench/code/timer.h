/* timer.h: what each program of this folder begins with: it calls WORK again
   and again for a while, and prints the time of the quickest call.  On a busy
   machine others make calls longer, never shorter.
   SPDX-License-Identifier: MIT  */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#define WHILE 0.2               /* Seconds.  */

/* One piece of work; what it returns is the same each time.  */
static uint32_t work (void);

/* Seconds since some time or other.  */
static double
now (void)
{
  LARGE_INTEGER count, frequency;

  QueryPerformanceCounter (&count);
  QueryPerformanceFrequency (&frequency);
  return (double) count.QuadPart / (double) frequency.QuadPart;
}

int
main (void)
{
  uint32_t result = work ();    /* Stacks grow, caches fill.  */
  double first = now (), begin, end, best = WHILE;

  do
    {
      begin = now ();
      if (work () != result)
        {
          puts ("the result differs");
          return 1;
        }
      end = now ();
      if (end - begin < best)
        best = end - begin;
    }
  while (end - first < WHILE);
  printf ("%.9f %08x\n", best, (unsigned int) result);
  return 0;
}

/* A small generator, the same everywhere.  */
static inline uint32_t
rnd (uint32_t *state)
{
  *state = *state * 1664525 + 1013904223;
  return *state >> 8;
}
