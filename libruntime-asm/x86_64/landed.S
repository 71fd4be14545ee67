/* __rt_landed: a setjmp has returned, maybe by a longjmp.
   SPDX-License-Identifier: MIT  */

#include "rt-asm.h"

/* __rt_landed: compiled code calls this after each return of a setjmp.  A
   longjmp may have come out of chained segments, of an rt_try, of callbacks,
   or, by way of plain code, from the system stack: then the thread still
   counts as being there.
   In:       none.
   Out:      none.
   Clobbers: r10, r11, flags.
   Stack:    any, of any alignment.
   Unwind:   leaf.  */
FUNC __rt_landed
	BODY
	GETG	r11, r11d
	testq	%r11, %r11
	jz	.Ldone
	movq	G_STACK(%r11), %r10
	testq	%r10, %r10
	jz	.Lsystem
	cmpq	$0, G_CBTOP(%r11)
	jne	.Lput_right
	cmpl	$0, G_NTRIES(%r11)
	jne	.Lput_right
	cmpq	%r10, %rsp			/* the segment ends at its header */
	jae	.Lput_right
	cmpq	STACK_LO(%r10), %rsp
	jb	.Lput_right
.Ldone:
	ret
.Lsystem:					/* r11 is a g0 */
	movq	G_M(%r11), %r10
	testq	%r10, %r10
	jz	.Ldone
	movq	M_CURG(%r10), %r10
	testq	%r10, %r10
	jz	.Ldone
	movq	G_STACK(%r10), %r10
.Lsegment:					/* is it one of its goroutine's? */
	cmpq	%r10, %rsp
	jae	.Lbefore
	cmpq	STACK_LO(%r10), %rsp
	jae	.Lleft_call
.Lbefore:
	movq	STACK_PREV(%r10), %r10
	testq	%r10, %r10
	jnz	.Lsegment
	ret
.Lleft_call:
	movq	G_M(%r11), %r11			/* r11 = m */
	movq	%gs:TEB_ARBITRARY, %r10		/* plain code may change it */
	movq	%r10, M_TIB28(%r11)
	movq	M_SLOT(%r11), %r10
	movq	M_CURG(%r11), %r11
	movq	%r11, (%r10)
.Lput_right:
	leaq	rti_landed(%rip), %r10
	jmp	rti_volcall			/* it gives rax back */
END __rt_landed
MARK __rt_landed
