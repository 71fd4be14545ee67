/* rti_exception_call, rti_exception_land, __rt_unwind_resume: exceptions on
   control stacks; see rti-exception.h.
   SPDX-License-Identifier: MIT  */

#include "rt-asm.h"

.set HOME, 0x20				/* Win64: room for four registers */

/* rti_exception_call: call a language handler that may raise an exception to
   say that its function has something to clean up.
   In:       rcx = record, rdx = frame, r8 = context, r9 = dispatcher's
	     context.
   Out:      returns if the handler does.
   Clobbers: the Win64 volatile registers.
   Stack:    system.
   Unwind:   fixed frame; its handler finds the context above the home
	     area.  */
FUNC rti_exception_call
	ALLOC	HOME + 8
	HANDLER rti_exception_cleanup
	BODY
	movq	%r8, HOME(%rsp)
	call	*DISPATCHER_HANDLER(%r9)
	nop					/* else it seems in its epilogue */
	addq	$(HOME + 8), %rsp
	ret
END rti_exception_call

/* rti_exception_land: leave the system stack for where an exception is
   caught, or cleaned up after.  RtlRestoreContext goes here.
   In:       rbp = m, whose goroutine's sp is at what a crossing pops;
	     rax = exception, rdx = selector, all non-volatile registers.
   Out:      by rti_plaincall_back or rti_plaincall_wait, with the same.
   Clobbers: r10, r11, flags.
   Stack:    system to control.
   Unwind:   leaf.  */
FUNC rti_exception_land
	BODY
	testb	$1, M_SYSTICK(%rbp)
	jz	.Lback				/* the call did not block */
	LEAVE_CALL rbp, rti_plaincall_back, rti_plaincall_wait
.Lback:
	TO_CONTROL rbp
	jmp	rti_plaincall_back
END rti_exception_land

/* __rt_unwind_resume: a cleanup is done, its exception goes on.  Compiled
   code calls it for _Unwind_Resume, by a slot.
   In:       rax = the real _Unwind_Resume, rcx = exception.
   Out:      none.
   Clobbers: all.
   Stack:    control; on a system stack a mere jump to the real one.
   Unwind:   leaf.  */
FUNC __rt_unwind_resume
	BODY
	GETG	r11, r11d
	testq	%r11, %r11
	jz	.Lreal
	cmpq	$0, G_STACK(%r11)
	je	.Lreal
	leaq	rti_unwind_resume(%rip), %rax
	jmp	rti_parkcall
.Lreal:
	jmp	*%rax
END __rt_unwind_resume
MARK __rt_unwind_resume
