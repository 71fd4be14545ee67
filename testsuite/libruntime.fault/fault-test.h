/* fault-test.h: what the tests of recovery and faults have in common.
   SPDX-License-Identifier: MIT  */

#ifndef FAULT_TEST_H
#define FAULT_TEST_H

#include <stdarg.h>

#include "../libruntime.stack/stack-test.h"

/* Go DEPTH frames deep, each with a data frame, and there call FN (ARG).  */
RT_TEST_UNUSED static int NOINLINE
descend (int depth, void (*fn) (void *), void *arg)
{
  volatile char buffer[64];

  buffer[depth % 64] = (char) depth;
  if (depth == 0)
    fn (arg);
  else
    descend (depth - 1, fn, arg);
  BARRIER ();
  return buffer[depth % 64];
}

/* The same with pinned frames: the stack chains below them.  */
RT_TEST_UNUSED static int NOINLINE
descend_pinned (int depth, void (*fn) (void *), void *arg, ...)
{
  va_list ap;
  int r;

  va_start (ap, arg);
  r = va_arg (ap, int);
  if (depth == 0)
    fn (arg);
  else
    r += descend_pinned (depth - 1, fn, arg, depth);
  va_end (ap);
  return r;
}

/* What is left of a goroutine after it has recovered is as good as new: it
   waits, grows, calls.  */
RT_TEST_UNUSED static void NOINLINE
whole (void)
{
  volatile char buffer[100];

  buffer[17] = 42;
  rt_gosched ();
  CHECK_EQ (deep (200, 1, 2, 3, 4, 5), 215);
  SetLastError (77);
  CHECK_EQ (GetLastError (), 77);
  CHECK_EQ (buffer[17], 42);
}

#endif /* FAULT_TEST_H */
