/* The seed's function.  */

#include "rt-test.h"

__declspec (dllexport) uintptr_t call_back (uintptr_t (*f) (uintptr_t),
                                            uintptr_t n);

uintptr_t
call_back (uintptr_t (*f) (uintptr_t), uintptr_t n)
{
  uintptr_t r = f (n);

  SetLastError (333);
  return r;
}
