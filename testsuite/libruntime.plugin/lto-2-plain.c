/* Plain code for lto-2.c, of -flto.  */

#include "plugin-test.h"

int plain_on_own_stack (int);
int plain_calls (int (*) (int), int);

/* The word at gs:OFFSET of the thread's TEB.  */
static uintptr_t
teb (int offset)
{
  uintptr_t word;

  __asm__ volatile ("movq %%gs:(%1), %0" : "=r" (word)
                    : "r" ((uintptr_t) offset));
  return word;
}

/* N, if this is below StackBase and not below StackLimit.  */
NOINLINE int
plain_on_own_stack (int n)
{
  uintptr_t here = (uintptr_t) __builtin_frame_address (0);

  return here < teb (8) && here >= teb (16) ? n : -1;
}

NOINLINE int
plain_calls (int (*f) (int), int n)
{
  return f (plain_on_own_stack (n)) + 1;
}
