/* -masm=intel: what the plugin prints is right in that dialect, too.  Data
   frames, alloca, large frames, setjmp, calls by slot and by pointer with and
   without stack arguments, jumps by both, checks in loops.  */
/* { dg-do run } */
/* { dg-options "-masm=intel -fplugin-arg-growstack-loop-checks -Wno-psabi" } */

#include <setjmp.h>

#define main options_main
#include "options-1.h"
#undef main

struct big { int a[10]; };
typedef long long many (int, int, int, int, int, long long, double, char,
                        float);

#define PLAIN __attribute__ ((no_split_stack, noinline, noclone))

PLAIN static long long
plain_many (int a, int b, int c, int d, int e, long long f, double g, char h,
            float i)
{
  volatile char buffer[100000];

  buffer[a] = buffer[99999] = 0;
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + (int) (7 * g) + 8 * h
         + (int) (9 * i) + buffer[a];
}

PLAIN static struct big
plain_struct (struct big s, int n)
{
  for (int i = 0; i < 10; i++)
    s.a[i] += n;
  return s;
}

PLAIN static int
plain_back (int (*f) (int), int n)
{
  return f (n) + 1;
}

static many *volatile plain_pointer = plain_many;
static jmp_buf target;
static int (*volatile pointer) (int) = deep;

static NOINLINE int
large (int n)
{
  volatile char buffer[100000];
  struct big s = { { n } };

  buffer[n] = 1;
  s = plain_struct (s, 3);
  return s.a[0] + s.a[9] + buffer[n];
}

static NOINLINE int
variable (int n)
{
  char *p = __builtin_alloca (n * 1000), vla[n];

  memset (p, 2, n * 1000);
  memset (vla, 3, n);
  deep (5);
  return p[n * 1000 - 1] + vla[n - 1];
}

static NOINLINE int
jump (int n)
{
  volatile int m = n;

  if (setjmp (target) == 0)
    {
      deep (5);
      m++;
      longjmp (target, 1);
    }
  return m;
}

static NOINLINE int
tail_by_pointer (int n)
{
  return pointer (n);
}

static NOINLINE int
tail_by_slot (int (*f) (int), int n)
{
  return plain_back (f, n);
}

static NOINLINE int
loops (volatile int *p, int n)
{
  int sum = 0;

  for (int i = 0; i < n; i++)
    {
      while (*p < i)
        ++*p;
      sum += *p;
    }
  return sum;
}

int
main (void)
{
  many *f = plain_pointer;
  volatile int zero = 0;

  CHECK_EQ (plain_many (1, 2, 3, 4, 5, 6, 7.5, 8, 9.5),
            1 + 4 + 9 + 16 + 25 + 36 + 52 + 64 + 85);
  CHECK_EQ (f (1, 2, 3, 4, 5, 6, 7.5, 8, 9.5),
            1 + 4 + 9 + 16 + 25 + 36 + 52 + 64 + 85);
  CHECK_EQ (pointer (20), 20);
  CHECK_EQ (tail_by_pointer (20), 20);
  CHECK_EQ (tail_by_slot (deep, 20), 21);
  CHECK_EQ (large (7), 7 + 3 + 3 + 1);
  CHECK_EQ (variable (20), 5);
  CHECK_EQ (jump (4), 5);
  CHECK_EQ (loops (&zero, 10), 45);
  return options_main ();
}
