/* Frame's addresses and those of locals, in leaves too, are of one stack.  */
/* { dg-do run } */

#include "rt-test.h"

#define DEPTH 8

static char *base;
static char *locals[DEPTH], *frames[DEPTH], *inner[DEPTH], *leaves[DEPTH];

/* These call nothing, and measure.  */

static ptrdiff_t __attribute__ ((noinline))
below_base (void)
{
  char local;

  return base - &local;
}

static int __attribute__ ((noinline))
above_me (const char *p)
{
  volatile char local = 0;

  return p > (const char *) &local;
}

/* This takes its frame's address, its caller does not.  */

static void __attribute__ ((noinline))
measure (int n)
{
  char own = (char) n;

  frames[n] = __builtin_frame_address (0);
  inner[n] = &own;
  leaves[n] = base - below_base ();
  CHECK (above_me (&own));
  CHECK_EQ (frames[n], __builtin_frame_address (0));
  CHECK_EQ (own, n);
}

static void __attribute__ ((noinline))
down (int n)
{
  char local = (char) n;

  locals[n] = &local;
  measure (n);
  CHECK (above_me (&local));
  if (n + 1 < DEPTH)
    down (n + 1);
  CHECK_EQ (local, n);
}

int
main (void)
{
  char local = 0;
  int n;

  base = &local;
  down (0);
  for (n = 0; n < DEPTH; n++)
    {
      CHECK (n == 0 || locals[n - 1] > locals[n]);
      CHECK (locals[n] >= frames[n]);
      CHECK (frames[n] > inner[n]);
      CHECK (inner[n] > leaves[n]);
      CHECK (base > leaves[n]);
      CHECK (base - leaves[n] < 2048);
    }
  CHECK_EQ (local, 0);
  return 0;
}
