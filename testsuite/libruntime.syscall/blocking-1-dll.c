/* Slow functions.  */

#include "rt-test.h"

__declspec (dllexport) uintptr_t
slow (unsigned long ms, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d,
      uintptr_t e)
{
  Sleep (ms);
  SetLastError (90);
  return a + 2 * b + 3 * c + 4 * d + 5 * e;
}

__declspec (dllexport) double
slow_double (unsigned long ms, double x)
{
  Sleep (ms);
  SetLastError (91);
  return 3 * x;
}
