/* The totals of -stats are right.  Which of the unit's functions counts as
   what stands beside it.  */
/* { dg-do compile } */
/* { dg-skip "dll" "nothing is linked" } */

#include <stdarg.h>

#define NOINLINE __attribute__ ((noinline, noclone))

int other (void *);
extern int (*pointer) (int);

/* No check.  */
static NOINLINE int
leaf (int n)
{
  return n * 3;
}

/* Two slots: other's, and another's; three calls by slot.  */
int another (int);

int
calls (int n)
{
  int i = leaf (n) + leaf (n + 1);      /* Two direct calls.  */

  return another (i) + another (i + 1) + another (i + 2) + 1;
}

/* A data frame of two locals, and one indirect call.  */
int
locals (int n)
{
  int x[2] = { n, 2 }, y[3] = { 1, n, 3 };

  other (x);
  other (y);
  return x[1] + y[1] + pointer (n);
}

/* Pinned.  */
int
variadic (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  n = va_arg (ap, int);
  va_end (ap);
  return leaf (n) + 1;          /* A direct call.  */
}

/* Pinned by the verifier: the code generator passes operands' addresses.  */
int
less (_Float128 a, _Float128 b)
{
  return a < b;                 /* A call of __lttf2 by slot.  */
}

/* Plain code: not counted.  */
__attribute__ ((no_split_stack)) int
plain (void)
{
  return leaf (2) + 1;
}

/* { dg-options "-fplugin-arg-growstack-stats" } */
/* { dg-warning "5 functions, 2 pinned \\(1 by the verifier\\), 1 without check, 1 data frames, 2 locals, 3 slots; calls: 3 direct, 6 by slot, 1 indirect" "" { target *-*-* } 0 } */
