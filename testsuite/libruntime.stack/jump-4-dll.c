/* Plain code that is left by a longjmp.  */

#include <setjmp.h>
#include <windows.h>

/* Call FUNCTION (N), with a frame of its own around it.  */
__declspec (dllexport) int
jump_call (int (*function) (int), int n)
{
  volatile char frame[200];

  frame[n % 200] = 1;
  return function (n) + frame[n % 200];
}

/* Jump to TARGET after MS milliseconds.  */
__declspec (dllexport) void
jump_now (void *target, int value, unsigned long ms)
{
  if (ms)
    Sleep (ms);
  longjmp (target, value);
}

/* The stack pointer, nearly.  */
__declspec (dllexport) size_t
jump_where (void)
{
  return (size_t) __builtin_frame_address (0);
}
