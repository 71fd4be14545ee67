/* What a DLL leaves in the x87 unit, flags, full registers, MMX state, is the
   calling goroutine's affair: others have an empty unit, and their own flags,
   even if they have unmasked what the flags say.  */
/* { dg-do run } */
/* { dg-dll "float-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "float-test.h"

static volatile long double three = 3, seven = 7;
static volatile int turn, over;

/* Needs six registers at once.  */
static long double NOINLINE
sums (void)
{
  long double a = three / seven, b = seven / three, c = three + seven,
              d = three * seven, e = seven - three, f = seven * seven;

  return a * b + c * d - e * f + (a + c) * (b + d) + (e + a) * (f + b);
}

static void
hostile (void *arg)
{
  void (*leave) (void) = (void (*) (void)) (uintptr_t) arg;
  int i;

  for (i = 0; i < 20; i++)
    {
      leave ();
      turn++;
      rt_gosched ();
      if (leave == leave_flags)
        CHECK (flags () & ZERO_DIVIDE);
    }
  over++;
}

static void
victim (void *arg)
{
  long double expected = 0;
  int seen = 0;

  (void) arg;
  clear_flags ();
  expected = sums ();
  set_control (MXCSR, FCW & ~ZERO_DIVIDE);
  while (over < 3)
    {
      CHECK ((flags () & ZERO_DIVIDE) == 0);
      CHECK (sums () == expected);
      CHECK_EQ (fcw (), FCW & ~ZERO_DIVIDE);
      seen = turn;
      while (turn == seen && over < 3)
        rt_gosched ();
    }
  over++;
}

int
main (void)
{
  CHECK_EQ (rt_go (victim, NULL), 0);
  rt_gosched ();
  CHECK_EQ (rt_go (hostile, (void *) (uintptr_t) leave_flags), 0);
  CHECK_EQ (rt_go (hostile, (void *) (uintptr_t) leave_registers), 0);
  CHECK_EQ (rt_go (hostile, (void *) (uintptr_t) leave_mmx), 0);
  while (over < 4)
    rt_gosched ();
  return 0;
}
