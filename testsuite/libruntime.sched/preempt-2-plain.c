/* Plain code that calls back, and that looks at the thread's own word.  */

#include "rt-test.h"

int call_back (int (*) (int), int);
int own_word (uintptr_t);

int
call_back (int (*fn) (int), int n)
{
  return fn (n) + 1;
}

/* Whether gs:0x28 is 0, as every thread begins, or MINE, which it is then.  */
int
own_word (uintptr_t mine)
{
  uintptr_t word;

  __asm__ volatile ("movq\t%%gs:0x28, %0" : "=r"(word));
  __asm__ volatile ("movq\t%0, %%gs:0x28" : : "r"(mine));
  return word == 0 || word == mine;
}
