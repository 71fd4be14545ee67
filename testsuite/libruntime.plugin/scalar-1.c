/* Wide scalars, which Win64 passes by hidden reference, survive moves.  */
/* { dg-do run } */
/* { dg-options "-Wno-psabi" } */

#include <complex.h>
#include "plugin-test.h"

typedef int v4 __attribute__ ((vector_size (16)));
typedef int v8 __attribute__ ((vector_size (32)));

static NOINLINE long double
extended (long double a, long double b, long double *difference)
{
  deep (5);
  *difference = a - b;
  deep (5);
  return a + b;
}

static NOINLINE __int128
wide (__int128 a, __int128 *p)
{
  deep (5);
  *p += a;
  deep (5);
  return *p * a;
}

static NOINLINE double _Complex
product (double _Complex a, float _Complex b)
{
  deep (5);
  return a * b;
}

static NOINLINE v4
vector4 (v4 a, v4 *b)
{
  deep (5);
  *b += a;
  deep (5);
  return a + *b;
}

static NOINLINE v8
vector8 (v8 a, v8 *b)
{
  deep (5);
  *b += a;
  deep (5);
  return a + *b;
}

static NOINLINE double
mixed (int a, double b, long double c, __int128 d, float e, v4 f, int g,
       long double h)
{
  double *pb = &b;
  long double *pc = &c, *ph = &h;
  v4 *pf = &f;
  int *pg = &g;

  deep (5);
  return a + *pb + *pc + (double) d + e + (*pf)[a] + *pg + *ph;
}

int
main (void)
{
  long double difference;
  __int128 n = 3;
  double _Complex z;
  v4 a4 = { 1, 2, 3, 4 }, b4 = a4;
  v8 a8 = { 1, 2, 3, 4, 5, 6, 7, 8 }, b8 = a8;

  CHECK (extended (3, 1, &difference) == 4);
  CHECK (difference == 2);
  CHECK (wide (2, &n) == 10);
  CHECK (n == 5);
  z = product (1 + 2 * I, 3 - 1 * I);
  CHECK (creal (z) == 5 && cimag (z) == 5);
  a4 = vector4 (a4, &b4);
  CHECK_EQ (a4[3], 12);
  CHECK_EQ (b4[0], 2);
  a8 = vector8 (a8, &b8);
  CHECK_EQ (a8[7], 24);
  CHECK_EQ (b8[0], 2);
  CHECK (mixed (1, 2, 3, 4, 5, a4, 7, 8) == 30 + a4[1]);
  return 0;
}
