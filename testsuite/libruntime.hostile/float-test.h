/* float-test.h: what float-dll.c has.
   SPDX-License-Identifier: MIT  */

#ifndef FLOAT_TEST_H
#define FLOAT_TEST_H

#include "../libruntime.fault/fault-test.h"

#define IMPORT __declspec (dllimport)
IMPORT void set_control (unsigned mxcsr, unsigned short fcw);
IMPORT void set_control_and_call (unsigned mxcsr, unsigned short fcw,
                                  void (*f) (unsigned), unsigned i);
IMPORT void leave_flags (void);
IMPORT void leave_registers (void);
IMPORT void leave_mmx (void);
IMPORT unsigned flags (void);
IMPORT void clear_flags (void);
IMPORT void leave_direction (void);
#undef IMPORT

#define MXCSR 0x1f80u /* All masked, nearest.  */
#define FCW 0x37fu
#define ZERO_DIVIDE 4u /* In either's flags; times 128 in MXCSR's masks.  */

static inline unsigned
mxcsr (void)
{
  unsigned word;

  __asm__ volatile ("stmxcsr %0" : "=m" (word));
  return word & ~0x3fu;
}

static inline unsigned
fcw (void)
{
  unsigned short word;

  __asm__ volatile ("fnstcw %0" : "=m" (word));
  return word;
}

#endif /* FLOAT_TEST_H */
