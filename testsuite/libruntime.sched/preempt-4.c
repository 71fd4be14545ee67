/* A preemption keeps all that a check may find in registers: arguments, what
   callers keep over the call, vectors above 16 bytes, flags of the FPU.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-timeout 60 } */

#include "rt-test.h"
#include "rt.h"

static volatile int stop, leaves, wrong;

static void __attribute__ ((noinline))
leaf (void)
{
  leaves++;
}

static double __attribute__ ((noinline))
sum (int a, double b, long long c, double d, int e, double f)
{
  leaf ();
  return a + b + c + d + e + f;
}

static void
spin (void *arg)
{
  int i = (int) (intptr_t) arg;
  double x = i * 0.5, y = i * 3, z = i * 7;
  long long l = i * 0x100000000ll;

  while (!stop)
    if (sum (i, x, l, y, -i, z) != x + l + y + z)
      wrong++;
}

/* The callee uses no vector register, so that with -fipa-ra the caller
   keeps its own, the upper halves too, over the call.  */
static void __attribute__ ((noinline))
check_only (void)
{
  leaf ();
  leaf ();
}

static void __attribute__ ((target ("avx")))
spin_avx (void *arg)
{
  typedef double vector __attribute__ ((vector_size (32)));
  double i = (int) (intptr_t) arg;
  vector v = { i, i + 1, i + 2, i + 3 }, w = v;

  while (!stop)
    {
      check_only ();
      w = v + (w - v);
      __asm__ volatile ("" : "+x"(w));
      if (w[0] != i || w[3] != i + 3)
        wrong++;
    }
}

int
main (void)
{
  int i;
  int avx = __builtin_cpu_supports ("avx");

  for (i = 1; i <= 3; i++)
    {
      CHECK_EQ (rt_go (spin, (void *) (intptr_t) i), 0);
      if (avx)
        CHECK_EQ (rt_go (spin_avx, (void *) (intptr_t) i), 0);
    }
  rt_sleep (1500000000);
  stop = 1;
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  CHECK_EQ (wrong, 0);
  return 0;
}
