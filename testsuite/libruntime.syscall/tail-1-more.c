/* The functions that tail-1.c jumps to, in growable code.  */

#include "syscall-test.h"

#define KIND(f) more_##f
#include "tail-1-plain.c"

uintptr_t even (uintptr_t n, uintptr_t sum);
uintptr_t odd (uintptr_t n, uintptr_t sum);

uintptr_t
odd (uintptr_t n, uintptr_t sum)
{
  recurse (1);
  return even (n - 1, sum + n);
}
