/* rti-try.h: recovery points of goroutines.
   SPDX-License-Identifier: MIT

   rt_try (try.S) saves the non-volatile registers in its frame on the
   control stack, as a parked goroutine's are, and calls.  The frame moves
   with the stack and pins nothing: what is kept outside of it is its place
   (rti-stack.h), in an array of the goroutine's, the innermost last.

   rt_throw, and whatever else leaves functions of a goroutine at once, finds
   three things to put right: segments, the data stack, and, where plain
   code is left too, what the thread knows of it.

   Invariants:
   T1. The places in g->tries rise: each rt_try began after those before it,
       and none has been left.  rti_try_settle sees to it after a longjmp
       and a C++ exception.  */

#ifndef RTI_TRY_H
#define RTI_TRY_H

#include "rti-g.h"

struct rti_try
{
  uint64_t place; /* Of rt_try's frame.  */
  struct rti_cbframe *cbtop;
  char *ds_ptr;
  uint64_t fault_place; /* The goroutine's.  */
  uintptr_t *value;     /* Where rt_throw's argument goes, or NULL.  */
};

/* Where rti_gogo goes on in rt_try after rt_throw; g->sp is its frame, g->ret
   its result.  In try.S.  */
extern char rti_try_landing[];

/* Entered by rt_try, whose frame is above that of the crossing.  */
uint32_t rti_try (void (*fn) (void *), void *arg, uintptr_t *value);

/* Forget the rt_try's of G that were left, and its fault handler if that was,
   now that it goes on at SP.  */
void rti_try_settle (struct rt_g *g, uintptr_t sp);

/* M's goroutine, which runs on its control stack or is about to, has left the
   callbacks that began after UNTIL (NULL: all), and the plain code from which
   they came, if any.  */
void rti_abandon (struct rt_m *m, struct rti_cbframe *until);

#endif /* RTI_TRY_H */
