/* tail-1.h: what the functions of tail-1.c jump to.
   SPDX-License-Identifier: MIT  */

#ifndef TAIL_1_H
#define TAIL_1_H

#include <stdint.h>

typedef uintptr_t tail_back (uintptr_t n);

/* With arguments in registers; with two more on the stack.  Each calls BACK
   before it looks at the rest.  */
#define TAIL_TARGETS(kind)                                              \
  uintptr_t kind##_four (uintptr_t n, const uintptr_t *p, double x,     \
                         tail_back *back);                              \
  uintptr_t kind##_six (uintptr_t n, const uintptr_t *p, double x,      \
                        tail_back *back, uintptr_t e, double f);

TAIL_TARGETS (plain)
TAIL_TARGETS (more)

#endif /* TAIL_1_H */
