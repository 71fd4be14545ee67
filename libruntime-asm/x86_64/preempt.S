/* rti_yield, __rt_loop_check: a goroutine that computes lets others run.
   SPDX-License-Identifier: MIT

   The places where this happens are no calls for whoever compiled the code,
   or for -fipa-ra no calls that use much.  So all is kept that a goroutine
   can have in registers, vectors and tiles of any size with it.  The stack
   is not moved.  */

#include "rt-asm.h"

/* rti_yield: run rti_preempted, which may park the goroutine.
   In:       none.
   Out:      none.
   Clobbers: flags.
   Stack:    control, of any alignment; needs rti_xsave_size + PARK_TOTAL
	     + 160 bytes of the reserve.
   Unwind:   rbp frame.  */
FUNC rti_yield
	PUSH	rbp
	PUSH	rax
	PUSH	rcx
	PUSH	rdx
	PUSH	r8
	PUSH	r9
	PUSH	r10
	PUSH	r11
	PUSH	rax				/* for SAVE_XSTATE */
	SETFP
	BODY
	SAVE_XSTATE
	fninit					/* for whoever runs next */
	leaq	rti_preempted(%rip), %rax
	call	rti_parkcall
	RESTORE_XSTATE
	popq	%rax
	popq	%r11
	popq	%r10
	popq	%r9
	popq	%r8
	popq	%rdx
	popq	%rcx
	popq	%rax
	popq	%rbp
	ret
END rti_yield
MARK rti_yield

/* __rt_loop_check: compiled code calls this in a loop when the limit word says
   so (-fplugin-arg-growstack-loop-checks).  The word is put right, so that a
   request that is over does not slow the loop down.
   In:       none.
   Out:      none.
   Clobbers: flags.
   Stack:    any, of any alignment.
   Unwind:   saved registers.  */
FUNC __rt_loop_check
	PUSH	r10
	PUSH	r11
	BODY
	GETG	r11, r11d
	testq	%r11, %r11
	jz	.Lout
	movq	G_STACK(%r11), %r10
	testq	%r10, %r10
	jz	.Lout				/* on a system stack */
	movq	STACK_LIMIT(%r10), %r10
	movq	%r10, G_LIMIT(%r11)
	movq	%r10, %gs:TEB_ARBITRARY
	movq	G_M(%r11), %r10
	cmpl	$0, M_YIELD(%r10)
	je	.Lout
	call	rti_yield
	nop					/* else it seems in its epilogue */
.Lout:
	popq	%r11
	popq	%r10
	ret
END __rt_loop_check
MARK __rt_loop_check
