/* rti_yield, __rt_loop_check: a goroutine that computes lets others run.
   SPDX-License-Identifier: MIT

   The places where this happens are no calls for whoever compiled the code,
   or for -fipa-ra no calls that use much.  So all is kept that a goroutine
   can have in registers, vectors and tiles of any size with it.  The stack
   is not moved.  */

#include "rt-asm.h"

.set XSAVE_ALIGN, 64
.set XSAVE_HEADER, 512			/* must be zero before an XSAVE */
.set FXSAVE_SIZE, 512
.set ALL_BUT_PKRU, ~(1 << 9)		/* protection keys: the thread's */

/* rti_yield: run rti_preempted, which may park the goroutine.
   In:       none.
   Out:      none.
   Clobbers: flags.
   Stack:    control, of any alignment; needs rti_xsave_size + PARK_TOTAL
	     + 152 bytes of the reserve.
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
	SETFP
	BODY
	movl	rti_xsave_size(%rip), %eax
	testl	%eax, %eax
	jz	.Lold
	subq	%rax, %rsp
	andq	$-XSAVE_ALIGN, %rsp
	xorl	%ecx, %ecx
.Lclear:
	movq	$0, XSAVE_HEADER(%rsp,%rcx)
	addl	$8, %ecx
	cmpl	$64, %ecx
	jb	.Lclear
	movl	$ALL_BUT_PKRU, %eax
	movl	$-1, %edx
	xsave64	(%rsp)
	leaq	rti_preempted(%rip), %rax
	call	rti_parkcall
	movl	$ALL_BUT_PKRU, %eax
	movl	$-1, %edx
	xrstor64 (%rsp)
.Lrestore:
	movq	%rbp, %rsp
	popq	%r11
	popq	%r10
	popq	%r9
	popq	%r8
	popq	%rdx
	popq	%rcx
	popq	%rax
	popq	%rbp
	ret
.Lold:					/* a processor of before 2008 */
	subq	$FXSAVE_SIZE, %rsp
	andq	$-XSAVE_ALIGN, %rsp
	fxsave64 (%rsp)
	leaq	rti_preempted(%rip), %rax
	call	rti_parkcall
	fxrstor64 (%rsp)
	jmp	.Lrestore
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
