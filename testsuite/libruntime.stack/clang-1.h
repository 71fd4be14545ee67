/* clang-1.h: the functions of clang-1-clang.c, and what they call.
   SPDX-License-Identifier: MIT  */

#ifndef CLANG_1_H
#define CLANG_1_H

#include <stdint.h>

uint64_t clang_deep (uint64_t depth, uint64_t *outer);
uint64_t clang_args (uint64_t depth, double x, int c, float y, uint64_t e,
                     double z, uint64_t g);
uint64_t clang_big (int value);
uint64_t clang_up (uint64_t (*f) (uint64_t), uint64_t n);
void clang_run (void *depth);
void clang_mixed (void *unused);

void check_eq (uint64_t got, uint64_t want);
uint64_t chains (void);
void finished (void);
uint64_t ours (uint64_t n);

#endif /* CLANG_1_H */
