/* A callback takes floats and doubles in every position, and returns
   them.  */
/* { dg-do run } */
/* { dg-dll "float-1-dll.c" "link" } */

#include "cb-test.h"

#define CALL(i, a, b, c, d, e, f, type)                                 \
  __declspec (dllimport) type                                           \
  type##i (type (*fn) (a, b, c, d, e, f));                              \
                                                                        \
  static type                                                           \
  back_##type##i (a v, b w, c x, d y, e z, f u)                         \
  {                                                                     \
    recurse (10);                                                       \
    return (type) v + 2 * (type) w + 4 * (type) x + 8 * (type) y        \
           + 16 * (type) z + 32 * (type) u;                             \
  }
#define CALLS(type)                                                     \
  CALL (0, type, type, type, type, type, type, type)                    \
  CALL (1, type, int, int, int, int, int, type)                         \
  CALL (2, int, type, int, int, int, int, type)                         \
  CALL (3, int, int, type, int, int, int, type)                         \
  CALL (4, int, int, int, type, int, int, type)                         \
  CALL (5, int, int, int, int, type, int, type)                         \
  CALL (6, int, int, int, int, int, type, type)
CALLS (float)
CALLS (double)

__declspec (dllimport) double mixed (double (*fn) (float, double, int, float,
                                                   double, float));

static double
back_mixed (float a, double b, int c, float d, double e, float f)
{
  recurse (10);
  return a + 2 * b + 4 * c + 8 * d + 16 * e + 32 * f;
}

/* All of them as integers, and what the Ith adds.  */
#define ALL (1 + 2 * 2 + 4 * 3 + 8 * 4 + 16 * 5 + 32 * 6)

#define TRY(i, type, spec, more)                                        \
  CHECK_EQ_DOUBLE (type##i (callback_new (back_##type##i, spec)), ALL + more)

int
main (void)
{
  TRY (0, float, "f(ffffff)", 31.5);
  TRY (1, float, "f(fiiiii)", 0.5);
  TRY (2, float, "f(ifiiii)", 1);
  TRY (3, float, "f(iifiii)", 2);
  TRY (4, float, "f(iiifii)", 4);
  TRY (5, float, "f(iiiifi)", 8);
  TRY (6, float, "f(iiiiif)", 16);
  TRY (0, double, "d(dddddd)", 31.5);
  TRY (1, double, "d(diiiii)", 0.5);
  TRY (2, double, "d(idiiii)", 1);
  TRY (3, double, "d(iidiii)", 2);
  TRY (4, double, "d(iiidii)", 4);
  TRY (5, double, "d(iiiidi)", 8);
  TRY (6, double, "d(iiiiid)", 16);
  CHECK_EQ_DOUBLE (mixed (callback_new (back_mixed, "d(fdifdf)")),
                   ALL + 31.5 - 2);
  return 0;
}
