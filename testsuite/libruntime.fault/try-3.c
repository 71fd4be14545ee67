/* A longjmp past an rt_try ends it: a later rt_throw comes to the one
   around.  */
/* { dg-do run } */

#include <setjmp.h>

#include "fault-test.h"

static jmp_buf target;

static void
jumps (void *arg)
{
  (void) arg;
  longjmp (target, 1);
}

static void
throws (void *arg)
{
  rt_throw ((uintptr_t) arg);
}

static void
tries (void *arg)
{
  rt_try (jumps, arg, NULL);
  CHECK (0);
}

static void NOINLINE
jump_past (int depth)
{
  if (setjmp (target) == 0)
    {
      descend (depth, tries, NULL);
      CHECK (0);
    }
}

static void
work (void *arg)
{
  int depth = (int) (intptr_t) arg;
  uintptr_t value = 0;

  jump_past (depth);
  CHECK_EQ (rt_try (throws, (void *) 5, &value), RT_ETHROWN);
  CHECK_EQ (value, 5);
  jump_past (depth + 1);
  whole ();
  /* To the one around.  */
  descend (depth, throws, (void *) 7);
}

static void
all (void *arg)
{
  uintptr_t value = 0;

  for (intptr_t depth = 0; depth < 200; depth += 20)
    {
      CHECK_EQ (rt_try (work, (void *) depth, &value), RT_ETHROWN);
      CHECK_EQ (value, 7);
      whole ();
    }
  (void) arg;
}

int
main (void)
{
  all (NULL);
  on_fresh (all, NULL);
  return 0;
}
