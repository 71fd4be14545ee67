/* Read, write and watch ArbitraryUserPointer.  */

#include "rt-test.h"

uintptr_t get_word (void);
void set_word (uintptr_t value);
int call_it (uintptr_t (*callback) (uintptr_t), uintptr_t n);

uintptr_t
get_word (void)
{
  uintptr_t value;

  __asm__ volatile ("movq %%gs:0x28, %0" : "=r" (value));
  return value;
}

void
set_word (uintptr_t value)
{
  __asm__ volatile ("movq %0, %%gs:0x28" : : "r" (value));
}

int
call_it (uintptr_t (*callback) (uintptr_t), uintptr_t n)
{
  int right = get_word () == n && callback (n) == n && get_word () == n + 1;

  set_word (0);
  return right;
}
