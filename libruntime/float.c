/* float.c: what a goroutine leaves in the x87 unit.
   SPDX-License-Identifier: MIT

   The control words, and with MXCSR the flags of SSE, wait in the frame of
   PARK_PROLOGUE.  The x87's flags are here, since few use it: a flag of one
   goroutine would be an exception of the next, if that one has unmasked it.
   So would a register that somebody has left full, or MMX code without emms,
   be a wrong number.  */

#include "rti-sched.h"

#define FLAGS  0x7fu /* Of six exceptions, and the stack's.  */
#define MASKED 0x37fu

/* What fnstenv stores (Intel's manual, volume 1, 8.1.10).  */
struct environment
{
  uint32_t control;
  uint32_t status;
  uint32_t others[5];
};

uint32_t
rti_float_leave (void)
{
  uint16_t status;

  __asm__ volatile("fnstsw\t%0" : "=a"(status));
  if (status & FLAGS)
    __asm__ volatile("fnclex");
  __asm__ volatile("emms");
  return status & FLAGS;
}

void
rti_float_enter (uint32_t flags)
{
  struct environment environment;

  __asm__ volatile("fnstenv\t%0" : "=m"(environment));
  environment.control = MASKED;
  environment.status |= flags;
  __asm__ volatile("fldenv\t%0" : : "m"(environment));
}
