/* After a longjmp off a chained segment, plain calls and growth find the
   right segment, at each fill of the one jumped to.  */
/* { dg-do run } */
/* { dg-options "-Wno-infinite-recursion" } */

#include <setjmp.h>
#include <stdarg.h>

#include "stack-test.h"

static jmp_buf target;
static volatile uint64_t sum;

static uint64_t NOINLINE
away (int depth)
{
  uint64_t r;

  if (depth == 0)
    longjmp (target, 1);
  BARRIER ();
  r = away (depth - 1);
  BARRIER ();
  return r + 1;
}

static int NOINLINE
jumped (int depth)
{
  if (setjmp (target) == 0)
    away (depth);
  return 1;
}

/* Pinned frames in small steps, then a jump, a plain call and a growth.  */
static int NOINLINE
pin (int depth, ...)
{
  va_list ap;
  int a;

  va_start (ap, depth);
  sum += depth > 0 ? pin (depth - 1, 1) : jumped (600);
  a = va_arg (ap, int);
  va_end (ap);
  if (depth == 0)
    {
      sum += GetTickCount ();
      CHECK_EQ (deep (300, 1, 2, 3, 4, 5), 315);
    }
  return a;
}

static void
run (void *arg)
{
  CHECK_EQ (pin ((int) (intptr_t) arg, 1), 1);
}

int
main (void)
{
  intptr_t i;

  for (i = 0; i < 60; i++)
    on_fresh (run, (void *) i);
  return 0;
}
