/* Functions that are called by rt_syscall.  */

#include "rt-test.h"

__declspec (dllexport) int
quick (int n)
{
  return n + 1;
}

__declspec (dllexport) int
hold (int (*callback) (int), unsigned long ms)
{
  int n = callback (1);

  Sleep (ms);
  return n;
}

__declspec (dllexport) int
through (int (*callback) (int), int n)
{
  return callback (n) + 1;
}
