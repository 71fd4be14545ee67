/* The plain part of function-1.cc.  */

#include "cxx-test.h"

int on_thread_stack (int n);

/* N, if this is the thread's own stack.  */
int
on_thread_stack (int n)
{
  char *here = (char *) __builtin_frame_address (0);
  char *base, *limit;

  __asm__ ("movq %%gs:8, %0" : "=r" (base));
  __asm__ ("movq %%gs:16, %0" : "=r" (limit));
  return here >= limit && here < base ? n : -1;
}
