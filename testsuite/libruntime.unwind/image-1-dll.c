/* Growable code in a DLL, which calls growable code of its caller.  */

#include "rt.h"

int __declspec (dllexport) dll_deep (int n, int (*next) (int, volatile int *),
                                     volatile int *up);

int
dll_deep (int n, int (*next) (int, volatile int *), volatile int *up)
{
  volatile int here = *up + n;
  int result = n > 0 ? next (n - 1, &here) + 1 : 0;

  *up += 1;
  return result;
}
