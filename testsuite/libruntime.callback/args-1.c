/* A callback takes 0 to 12 arguments, and the most that there can be, 64. */
/* { dg-do run } */
/* { dg-dll "args-1-dll.c" "link" } */

#include <stdarg.h>

#include "cb-test.h"

typedef uintptr_t u;

#define A(i) ((i) * (u) 0x1000000001)

#define IMPORT __declspec (dllimport)
IMPORT u call0 (u (*f) (void));
IMPORT u call1 (u (*f) (u));
IMPORT u call2 (u (*f) (u, u));
IMPORT u call3 (u (*f) (u, u, u));
IMPORT u call4 (u (*f) (u, u, u, u));
IMPORT u call5 (u (*f) (u, u, u, u, u));
IMPORT u call6 (u (*f) (u, u, u, u, u, u));
IMPORT u call7 (u (*f) (u, u, u, u, u, u, u));
IMPORT u call8 (u (*f) (u, u, u, u, u, u, u, u));
IMPORT u call9 (u (*f) (u, u, u, u, u, u, u, u, u));
IMPORT u call10 (u (*f) (u, u, u, u, u, u, u, u, u, u));
IMPORT u call11 (u (*f) (u, u, u, u, u, u, u, u, u, u, u));
IMPORT u call12 (u (*f) (u, u, u, u, u, u, u, u, u, u, u, u));
IMPORT u call64 (u (*f) (u, ...));

static u
back0 (void)
{
  recurse (5);
  return 17;
}

static u
back1 (u a)
{
  recurse (5);
  return a;
}

static u
back2 (u a, u b)
{
  recurse (5);
  return a + 2 * b;
}

static u
back3 (u a, u b, u c)
{
  recurse (5);
  return a + 2 * b + 3 * c;
}

static u
back4 (u a, u b, u c, u d)
{
  recurse (5);
  return a + 2 * b + 3 * c + 4 * d;
}

static u
back5 (u a, u b, u c, u d, u e)
{
  return back4 (a, b, c, d) + 5 * e;
}

static u
back6 (u a, u b, u c, u d, u e, u f)
{
  return back4 (a, b, c, d) + 5 * e + 6 * f;
}

static u
back7 (u a, u b, u c, u d, u e, u f, u g)
{
  return back4 (a, b, c, d) + 5 * e + 6 * f + 7 * g;
}

static u
back8 (u a, u b, u c, u d, u e, u f, u g, u h)
{
  return back4 (a, b, c, d) + 5 * e + 6 * f + 7 * g + 8 * h;
}

static u
back9 (u a, u b, u c, u d, u e, u f, u g, u h, u i)
{
  return back8 (a, b, c, d, e, f, g, h) + 9 * i;
}

static u
back10 (u a, u b, u c, u d, u e, u f, u g, u h, u i, u j)
{
  return back8 (a, b, c, d, e, f, g, h) + 9 * i + 10 * j;
}

static u
back11 (u a, u b, u c, u d, u e, u f, u g, u h, u i, u j, u k)
{
  return back8 (a, b, c, d, e, f, g, h) + 9 * i + 10 * j + 11 * k;
}

static u
back12 (u a, u b, u c, u d, u e, u f, u g, u h, u i, u j, u k, u l)
{
  return back8 (a, b, c, d, e, f, g, h) + 9 * i + 10 * j + 11 * k + 12 * l;
}

static u
back64 (u a, ...)
{
  u sum = a, i;
  va_list ap;

  recurse (5);
  va_start (ap, a);
  for (i = 2; i <= 64; i++)
    sum += i * va_arg (ap, u);
  va_end (ap);
  return sum;
}

int
main (void)
{
  CHECK_EQ (call0 (callback_new (back0, "L()")), 17);
  CHECK_EQ (call1 (callback_new (back1, "L(L)")), A (1));
  CHECK_EQ (call2 (callback_new (back2, "L(LL)")), A (5));
  CHECK_EQ (call3 (callback_new (back3, "L(LLL)")), A (14));
  CHECK_EQ (call4 (callback_new (back4, "L(LLLL)")), A (30));
  CHECK_EQ (call5 (callback_new (back5, "L(LLLLL)")), A (55));
  CHECK_EQ (call6 (callback_new (back6, "L(LLLLLL)")), A (91));
  CHECK_EQ (call7 (callback_new (back7, "L(LLLLLLL)")), A (140));
  CHECK_EQ (call8 (callback_new (back8, "L(LLLLLLLL)")), A (204));
  CHECK_EQ (call9 (callback_new (back9, "L(LLLLLLLLL)")), A (285));
  CHECK_EQ (call10 (callback_new (back10, "L(LLLLLLLLLL)")), A (385));
  CHECK_EQ (call11 (callback_new (back11, "L(LLLLLLLLLLL)")), A (506));
  CHECK_EQ (call12 (callback_new (back12, "L(LLLLLLLLLLLL)")), A (650));
  CHECK_EQ (call64 (callback_new (back64, "L(LLLLLLLLLLLLLLLL"
                                  "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL"
                                  "LLLLLLLLLLLLLLLL)")), A (89440));
  return 0;
}
