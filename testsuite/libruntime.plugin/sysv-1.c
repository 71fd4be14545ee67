/* Functions of sysv_abi.  They have no unwind information; their check calls
   from behind them all the same.  Plain ones get all their arguments.  */
/* { dg-do run } */
/* { dg-plain-sources "sysv-1-plain.c" } */

#include <malloc.h>
#include "plugin-test.h"
#include "sysv-1.h"

#define DEPTH 2000

static int NOINLINE SYSV
sysv (int n, double d, long double l)
{
  int sum = (int) d + (int) l;

  if (n > 0)
    sum = sysv (n - 1, d, l);
  __asm__ ("" : "+r"(sum));
  return sum + (n > 0);
}

/* A leaf but for the data stack: what it keeps below the stack pointer is
   lost.  */
static unsigned int NOINLINE SYSV
leaf (unsigned int a, unsigned int b, unsigned int c, unsigned int d,
      unsigned int e, unsigned int f, int n)
{
  unsigned int ab = a * b, bc = b * c, cd = c * d, de = d * e, ef = e * f;
  unsigned int ac = a * c, bd = b * d, ce = c * e, df = d * f, fa = f * a;
  unsigned int *p = alloca (n * sizeof *p);

  for (int i = 0; i < n; i++)
    p[i] = i;
  return ab + bc * 2 + cd * 3 + de * 4 + ef * 5 + ac * 6 + bd * 7 + ce * 8
         + df * 9 + fa * 10 + p[n / 2] + a + b + c + d + e + f;
}

static int NOINLINE
ms (int n)
{
  int sum = 0;

  if (n > 0)
    sum = ms (n - 1);
  __asm__ ("" : "+r"(sum));
  return sum + (n > 0);
}

static SYSV long (*volatile words) (long, long, long, long, long, long, long,
                                    long, long, long, long) = plain_words;
static SYSV long (*volatile four) (long, long, long, long, long, long, long,
                                   long, long, long) = plain_four;

static NOINLINE void
call_plain (void)
{
  struct sysv_object o = { { 1, 2, 3, 4, 5 } };

  CHECK_EQ (plain_words (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 506);
  CHECK_EQ (words (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 506);
  CHECK_EQ (plain_four (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 385);
  CHECK_EQ (four (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 385);
  CHECK (plain_floats (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) == 385);
  CHECK_EQ (plain_object (1, o, 9), 27);
}

/* One of sysv_abi calls others.  */
static NOINLINE SYSV void
sysv_call_plain (void)
{
  call_plain ();
  CHECK_EQ (deep (2000), 2000);
  CHECK_EQ (four (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 385);
  CHECK (plain_floats (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) == 385);
}

static void
run (void *unused)
{
  (void) unused;
  call_plain ();
  sysv_call_plain ();
  CHECK_EQ (sysv (DEPTH, 20.5, 22.5L), DEPTH + 42);
  for (int n = 10; n < 100000; n += 9999)
    CHECK_EQ (leaf (1, 2, 3, 4, 5, 6, n), 771 + n / 2);
  CHECK_EQ (ms (DEPTH), DEPTH);
}

int
main (void)
{
  run (NULL);
  return 0;
}
