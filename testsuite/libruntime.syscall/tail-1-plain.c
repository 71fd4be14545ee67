/* The functions that tail-1.c jumps to, in plain code.  */

#include "tail-1.h"

#ifndef KIND
# define KIND(f) plain_##f
#endif

uintptr_t
KIND (four) (uintptr_t n, const uintptr_t *p, double x, tail_back *back)
{
  n += 100 * back (n);
  return n + 10 * *p + (uintptr_t) (2 * x);
}

uintptr_t
KIND (six) (uintptr_t n, const uintptr_t *p, double x, tail_back *back,
            uintptr_t e, double f)
{
  n += 100 * back (n);
  return n + 10 * *p + (uintptr_t) (2 * x) + 3 * e + (uintptr_t) (4 * f);
}
