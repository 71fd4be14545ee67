/* longjmp over many frames, over a growth by moving and by chaining, again
   and again, leaves both stacks as they were.  */
/* { dg-do run } */

#include <setjmp.h>

#include "stack-test.h"

static jmp_buf target;

static int NOINLINE
throw_from (int depth, int value)
{
  volatile char buffer[100];

  buffer[0] = 1;
  if (depth == 0)
    longjmp (target, value);
  return depth < 0 ? 0 : throw_from (depth - 1, value) + buffer[0];
}

/* The jump's target: its own locals and its caller's stay.  */
static int NOINLINE
catch (int depth, int value, int *outer)
{
  int volatile count = 0;
  char local[50];
  int r;

  memset (local, value, sizeof local);
  r = setjmp (target);
  count = count + 1;
  if (r == 0)
    {
      deep (depth, 1, 2, 3, 4, 5);
      throw_from (depth, value);
    }
  CHECK_EQ (r, value);
  CHECK_EQ (count, 2);
  CHECK_EQ (local[0], (char) value);
  CHECK_EQ (local[49], (char) value);
  *outer += 1;
  return r;
}

static void
run (void *unused)
{
  struct rt_stackinfo before, after;
  int outer = 0, i;

  (void) unused;
  for (i = 1; i <= 20; i++)
    CHECK_EQ (catch (i * 10, i, &outer), i);
  CHECK_EQ (outer, 20);
  before = info ();
  for (i = 1; i <= 20; i++)
    CHECK_EQ (catch (200, i, &outer), i);
  after = info ();
  CHECK_EQ (outer, 40);
  CHECK_EQ (after.data_size, before.data_size);
  CHECK_EQ (after.control_size, before.control_size);
  CHECK_EQ (deep (400, 1, 2, 3, 4, 5), 415);
}

int
main (void)
{
  on_fresh (run, NULL);
  run (NULL);
  return 0;
}
