/* fib.c: a storm of calls, with nothing in the frames.
   SPDX-License-Identifier: MIT  */

#include "timer.h"

static __attribute__ ((noinline, noclone)) uint32_t
fib (uint32_t n)
{
  return n < 2 ? n : fib (n - 1) + fib (n - 2);
}

static uint32_t
work (void)
{
  static volatile uint32_t n = 30;

  return fib (n);
}
