/* cfunc for seed-2.c to seed-4.c: it calls back, and has an integer and a
   floating-point result and an error, which its arguments say.  */

#include "rt-test.h"

__declspec (dllexport) uintptr_t
cfunc (uintptr_t (*f) (uintptr_t), uintptr_t n, unsigned long error)
{
  uintptr_t r = f (n);

  SetLastError (error);
  return r;
}

/* Six arguments: two are on the stack.  */
__declspec (dllexport) double
dfunc (uintptr_t (*f) (uintptr_t), uintptr_t n, unsigned long error,
       double x, double y, double z)
{
  uintptr_t r = f (n);

  SetLastError (error);
  return (double) r + x + 2 * y + 4 * z;
}

__declspec (dllexport) uintptr_t
other (uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e)
{
  SetLastError (7777);
  return a * 10000 + b * 1000 + c * 100 + d * 10 + e;
}
