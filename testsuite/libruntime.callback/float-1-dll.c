/* Calls back with floats and doubles in every position.  */

#include "rt-test.h"

#define CALL(i, a, b, c, d, e, f, type)                                 \
  __declspec (dllexport) type                                           \
  type##i (type (*fn) (a, b, c, d, e, f))                               \
  {                                                                     \
    return fn ((a) 1.5, (b) 2.5, (c) 3.5, (d) 4.5, (e) 5.5, (f) 6.5);   \
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

__declspec (dllexport) double
mixed (double (*fn) (float, double, int, float, double, float))
{
  return fn (1.5f, 2.5, 3, 4.5f, 5.5, 6.5f);
}
