/* A data frame lasts where optimisers leave out that a scope begins anew, in
   the second turn of a loop that they unroll: the address of its local is in
   a register, or in memory, since the first.  */
/* { dg-do run } */

#include "plugin-test.h"

static volatile int quick, one = 1;
static const long zero;
static int *kept;

static void NOINLINE
keep (int *p)
{
  kept = p;
}

static int *NOINLINE __attribute__ ((const))
same (int *p)
{
  __asm__ ("" : "+r"(p));
  return p;
}

static int *NOINLINE __attribute__ ((pure))
at (int *p, const long *n)
{
  __asm__ ("" : "+r"(p));
  return p + *n;
}

static void NOINLINE
set_at (int *p, int n)
{
  *p = n;
}

static int NOINLINE
get_at (const int *p)
{
  return *p;
}

static void NOINLINE
set (int n)
{
  *kept = n;
}

static int NOINLINE
get (void)
{
  return *kept;
}

/* Write over where a data frame is not.  */
static void NOINLINE
spoil (void)
{
  volatile char bytes[128];

  for (int i = 0; i < 128; i++)
    bytes[i] = (char) -1;
  deep (bytes[5] + 1);
  __asm__ volatile ("" : : : "memory");
}

/* The address is computed once, by an addition or a CALL.  */
static inline __attribute__ ((always_inline)) int
computed (int i, int second, int call)
{
  int sum = 0;

  if (quick)
    return 0;
#pragma GCC unroll 4
  for (int k = 0; k < 2; k++)
    {
      int local[4];

      keep (call ? same (local) : &local[i]);
      *kept = 5;
      if (k && second)
        {
          spoil ();
          sum += get ();
        }
    }
  return sum;
}

static int NOINLINE
added (int i, int second)
{
  return computed (i, second, 0);
}

static int NOINLINE
called (int second)
{
  return computed (0, second, 1);
}

/* It is the result of a call that stores to integers do not change.  */
static int NOINLINE
pure (const long *n, int second)
{
  int sum = 0;

  if (quick)
    return 0;
#pragma GCC unroll 4
  for (int k = 0; k < 2; k++)
    {
      int local[4];
      int *p = at (local, n);

      sum += (uintptr_t) p & 4;
      if (k && second)
        {
          set_at (p, 5);
          spoil ();
          sum += get_at (p);
        }
    }
  return sum;
}

/* It is stored once.  */
static int NOINLINE
stored (int second)
{
  int sum = 0;

  if (quick)
    return 0;
#pragma GCC unroll 4
  for (int k = 0; k < 2; k++)
    {
      int local[4];

      kept = local;
      sum++;
      if (k)
        {
          set (5);
          if (second)
            {
              spoil ();
              sum += get ();
            }
        }
    }
  return sum;
}

int
main (void)
{
  spoil ();
  CHECK_EQ (added (one, one), 5);
  CHECK_EQ (called (one), 5);
  CHECK_EQ (pure (&zero, one), 5);
  CHECK_EQ (stored (one), 7);
  return 0;
}
