/* Plain code of tls-2.c: the linker lets all of the program, libgcc's part of
   thread-local variables too, call this malloc.  */

#include <stddef.h>
#include <stdint.h>

#include "rt-test.h"

int tls_allocated, tls_astray;

void *__real_malloc (size_t n);
void *__wrap_malloc (size_t n);

void *
__wrap_malloc (size_t n)
{
  uintptr_t here = (uintptr_t) __builtin_frame_address (0), base, limit;

  /* The TEB's StackBase and StackLimit.  */
  __asm__ ("movq %%gs:8, %0" : "=r"(base));
  __asm__ ("movq %%gs:16, %0" : "=r"(limit));
  __atomic_add_fetch (&tls_allocated, 1, __ATOMIC_RELAXED);
  if (here < limit || here >= base)
    __atomic_add_fetch (&tls_astray, 1, __ATOMIC_RELAXED);
  return __real_malloc (n);
}
