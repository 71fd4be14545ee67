/* frame.c: recursion with a local whose address goes around: a data frame at
   each call, and nothing else.  The worst case.
   SPDX-License-Identifier: MIT  */

#include "timer.h"

static __attribute__ ((noinline, noclone)) void
count (uint32_t n, uint32_t *result)
{
  uint32_t left = 0, right = 0;

  if (n < 2)
    {
      *result = n;
      return;
    }
  count (n - 1, &left);
  count (n - 2, &right);
  *result = left + right;
}

static uint32_t
work (void)
{
  static volatile uint32_t n = 27;
  uint32_t result;

  count (n, &result);
  return result;
}
