/* rti-callback.h: the table of callbacks.
   SPDX-License-Identifier: MIT  */

#ifndef RTI_CALLBACK_H
#define RTI_CALLBACK_H

#include "rti-g.h"

/* One entry.  Written under the lock in callback-table.c before the stub's
   address is given out, then read freely.  */
struct rti_cbslot
{
  /* Known to asm (offsets.tbl).  */
  void *fn;
  uint32_t words; /* Argument words, the hidden one too.  */
  uint32_t flags; /* CB_GROWABLE.  */
};

/* In asm, 16 bytes a stub.  */
extern char rti_callback_stubs[];

/* Entered by rti_callback when there is no goroutine to go on with or it
   has lost its p; FRAME is being filled.  */
struct rt_m *rti_callback_enter (struct rti_cbframe *frame);
void rti_callback_leave (struct rt_m *m);

/* Rti_callback's language handler: plain code around a callback unwinds to
   itself, and drops it.  */
EXCEPTION_DISPOSITION rti_callback_unwound (EXCEPTION_RECORD *record,
                                            void *frame, CONTEXT *context,
                                            DISPATCHER_CONTEXT *dispatcher);

/* Entered by rti_callback on a control stack: Windows called it at a fault
   in growable code.  Dies.  */
void rti_callback_on_control (void) __attribute__ ((__noreturn__));

/* Code from BASE to END is about to go: callbacks to it die when they are
   called.  */
void rti_callback_forget (uintptr_t base, uintptr_t end);

/* The number of callbacks that are registered.  */
uint32_t rti_callback_count (void);

#endif /* RTI_CALLBACK_H */
