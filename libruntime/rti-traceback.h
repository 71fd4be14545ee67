/* rti-traceback.h: who called whom, on control stacks.
   SPDX-License-Identifier: MIT

   For the thread that ends the process, on its system stack.  Each word is
   checked to be within the goroutine's segments before it is read, so a
   broken stack gives a short traceback, not a fault.

   RT_TRACEBACK: none; single, the goroutine that did it (the default);
   all, every goroutine; system, likewise, and libruntime's own frames; wer,
   likewise, and the end is Windows Error Reporting's.  */

#ifndef RTI_TRACEBACK_H
#define RTI_TRACEBACK_H

#include "rti-g.h"

enum rti_traceback_level {
  RTI_TRACEBACK_NONE,
  RTI_TRACEBACK_SINGLE,
  RTI_TRACEBACK_ALL,
  RTI_TRACEBACK_SYSTEM,
  RTI_TRACEBACK_WER
};

/* What RT_TRACEBACK says.  */
enum rti_traceback_level rti_traceback_level (void);

/* What a goroutine that waits so waits for, in words.  */
const char *rti_wait_name (enum rti_wait wait);

/* Print "goroutine 5 [running]:" and the frames of G, from PC, SP, RBP
   on.  PC is the address of an instruction that faulted if EXACT, else
   one to return to.  */
void rti_traceback (struct rt_g *g, uintptr_t pc, uintptr_t sp, uintptr_t rbp,
                    bool exact);

/* Print every goroutine but EXCEPT (may be NULL).  Others may be running:
   their threads are stopped first, and stay so.  */
void rti_traceback_others (const struct rt_g *except);

#endif /* RTI_TRACEBACK_H */
