/* Plain code that treats the floating-point units as one should not.  */

#include "rt-test.h"

#define EXPORT __declspec (dllexport)

EXPORT void
set_control (unsigned mxcsr, unsigned short fcw)
{
  __asm__ volatile ("ldmxcsr %0\n\tfldcw %1" : : "m" (mxcsr), "m" (fcw));
}

/* Likewise, and call F (I) with them.  */
EXPORT void
set_control_and_call (unsigned mxcsr, unsigned short fcw, void (*f) (unsigned),
                      unsigned i)
{
  set_control (mxcsr, fcw);
  f (i);
}

/* Zero divide, masked.  */
EXPORT void
leave_flags (void)
{
  __asm__ volatile ("fld1\n\tfldz\n\tfdivrp\n\tfstp %%st" : : : "st");
}

EXPORT void
leave_registers (void)
{
  __asm__ volatile ("fld1\n\tfld1\n\tfld1\n\tfld1\n\tfld1\n\tfld1\n\tfld1\n\t"
                    "fld1");
}

EXPORT void
leave_mmx (void)
{
  __asm__ volatile ("movd %0, %%mm3" : : "r" (7));
}

/* The x87's flags, which goroutines are to keep apart.  */
EXPORT unsigned
flags (void)
{
  unsigned short status;

  __asm__ volatile ("fnstsw %0" : "=a" (status));
  return status & 0x7f;
}

EXPORT void
clear_flags (void)
{
  __asm__ volatile ("fnclex");
}

EXPORT void
leave_direction (void)
{
  __asm__ volatile ("std");
}
