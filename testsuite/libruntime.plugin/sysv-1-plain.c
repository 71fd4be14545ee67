/* Plain functions of sysv_abi for sysv-1.c.  */

#include "sysv-1.h"

SYSV long
plain_words (long a, long b, long c, long d, long e, long f, long g, long h,
             long i, long j, long k)
{
  return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9
         + j * 10 + k * 11;
}

SYSV long
plain_four (long a, long b, long c, long d, long e, long f, long g, long h,
            long i, long j)
{
  return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9
         + j * 10;
}

SYSV double
plain_floats (double a, double b, double c, double d, double e, double f,
              double g, double h, double i, double j)
{
  return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9
         + j * 10;
}

SYSV long
plain_object (int a, struct sysv_object o, int b)
{
  return a + o.n[0] * 2 + o.n[4] * 3 + b;
}
