/* rti_fault_system, rti_fault_call, rti_fault_resume: a goroutine's fault
   handler; see fault.c.
   SPDX-License-Identifier: MIT  */

#include "rt-asm.h"

.set HOME, 0x20				/* Win64: room for four registers */
.set FAULT_KEPT, HOME
.set FAULT_FRAME, HOME + 16		/* RTI_FAULT_FRAME */

/* rti_fault_system: where the vectored handler lets the thread go on.
   In:       rcx = fault, all non-volatile registers as the fault had them.
   Out:      to rti_fault_call, unless the process ends.
   Clobbers: the Win64 volatile registers.
   Stack:    system to control.
   Unwind:   fixed frame, at a return address of 0.  */
FUNC rti_fault_system
	ALLOC	HOME + 8
	BODY
	call	rti_fault_report		/* rax = m */
	TO_CONTROL rax
	movq	G_RET(%r11), %rax
	jmp	rti_fault_call
END rti_fault_system

/* rti_fault_call: call the fault handler.
   In:       rax = fault; rsp = machine frame, at the end of a segment.
   Out:      none: ends in rti_fault_declined.
   Clobbers: all.
   Stack:    control.
   Unwind:   machine frame.  */
FUNC rti_fault_call
	HAVE_MACHFRAME
	ALLOC	FAULT_FRAME
	BODY
	movq	%rax, FAULT_KEPT(%rsp)
	leaq	FAULT_WHAT(%rax), %rcx
	movq	FAULT_HANDLER(%rax), %rax
	call	__rt_icall
	.globl	rti_fault_called, rti_fault_decline
rti_fault_called:
	movq	FAULT_KEPT(%rsp), %rcx
	leaq	rti_fault_declined(%rip), %rax
	call	__rt_plaincall_nb
rti_fault_decline:
	ud2					/* it does not return */
END rti_fault_call

/* rti_fault_resume: the last step back to where a fault was repaired.
   In:       rsp = machine frame on the system stack, all other registers as
	     they are to be.
   Out:      to the machine frame's rip and rsp.
   Clobbers: none.
   Stack:    system to control.
   Unwind:   machine frame.  */
FUNC rti_fault_resume
	HAVE_MACHFRAME
	BODY
	iretq
END rti_fault_resume
