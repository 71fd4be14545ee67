/* Plain code that calls back.  */

#include <stddef.h>

__declspec (dllexport) int
try_call (int (*function) (int), int n)
{
  volatile char frame[200];

  frame[n % 200] = 1;
  return function (n) + frame[n % 200];
}

/* The stack pointer, nearly.  */
__declspec (dllexport) size_t
try_where (void)
{
  return (size_t) __builtin_frame_address (0);
}
