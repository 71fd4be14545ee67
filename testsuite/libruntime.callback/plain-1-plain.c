/* A plain function with a frame that no goroutine's first stack holds.  */

#include "rt-test.h"

double plain_function (uintptr_t (*f) (uintptr_t), double b, int c, float d,
                       int e, double f6);

double
plain_function (uintptr_t (*f) (uintptr_t), double b, int c, float d, int e,
                double f6)
{
  volatile char frame[200000];
  double r = 0;

  memset ((char *) frame, 1, sizeof frame);
  if (f)
    r = (double) f (100);
  CHECK_EQ (frame[0] + frame[199999], 2);
  return r + b + c + d + e + f6;
}
