/* soak.h: what the parts of the soak share.
   SPDX-License-Identifier: MIT  */

#ifndef SOAK_H
#define SOAK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

#include <rt.h>

#define MS       ((uint64_t) 1000000)
#define NOINLINE __attribute__ ((noinline, noclone))

/* Say that the expression WHAT in FILE is GOT, not WANT, and end the
   process.  */
_Noreturn void failed (const char *file, int line, const char *what,
                       long long got, long long want);

#define CHECK_EQ(a, b)                                                        \
  do                                                                          \
    {                                                                         \
      long long got_ = (long long) (a), want_ = (long long) (b);              \
      if (got_ != want_)                                                      \
        failed (__FILE__, __LINE__, #a, got_, want_);                         \
    }                                                                         \
  while (0)

/* A worker's own chance.  */
struct chance
{
  uint64_t state;
};

/* From 0 to N - 1.  */
unsigned int pick (struct chance *c, unsigned int n);

/* N frames deep with locals in memory, 0 + ... + N.  */
int descend (int n, const int *above);

/* Goroutines that end by themselves, and have not yet.  */
extern atomic_int late;

/* The activities; those of calls.c want callbacks_init first, do_channel
   wants channels_init, which starts goroutines, and channels_end.  */
void callbacks_init (void);
void channels_init (void);
void channels_end (void);
/* What mutexes protected is right.  */
void check_mutex (void);

void do_grow (struct chance *c);
void do_jump (struct chance *c);
void do_call (struct chance *c);
void do_errno (struct chance *c);
void do_pipe (struct chance *c);
void do_libc (struct chance *c);
void do_callback (struct chance *c);
void do_foreign (struct chance *c);
void do_new_callback (struct chance *c);
void do_fault (struct chance *c);
void do_goexit (struct chance *c);
void do_children (struct chance *c);
void do_channel (struct chance *c);
void do_mutex (struct chance *c);
void do_bound (struct chance *c);
void do_sleep (struct chance *c);
void do_compute (struct chance *c);
void do_library (struct chance *c);

#endif /* SOAK_H */
