/* __rt_morestack: a function's check found too little control stack.
   SPDX-License-Identifier: MIT

   rti_morestack (C) copies the stack to a larger segment, this function's
   own frame with it, or chains a segment to which it copies this frame and
   the arguments; either way the function goes on at g->sp.  What its frame
   needs is in its mark.  On a system stack the limit word was somebody
   else's: go on at once.

   In:       the return address is in the function, whose prologue has not
	     begun.
   Out:      returns there, with enough stack; all registers but r11 as
	     they were.
   Clobbers: r11, flags.
   Stack:    control or system; needs MS_FRAME + 16 bytes of the reserve.
   Unwind:   as if called by the function's caller.

   Frame:    rsp + MS_FRAME     caller's rbp
	     rsp + MS_FRAME+8   R, the return address
	     rsp + MS_FRAME+16  the function's return address  */

#include "rt-asm.h"

.set HOME, 0x20
.set MS_RAX, 0x00
.set MS_FRAME, MS_RAX + 6*8

FUNC __rt_morestack
	movl	$ARGS_IN_MARK, %r11d
	HAVE	8				/* R: one frame less to see */
.Lmorestack:
	PUSH	rbp
	ALLOC	MS_FRAME
	BODY
	GETG	rbp, ebp
	testq	%rbp, %rbp
	jz	.Lsystem
	cmpq	$0, G_STACK(%rbp)
	je	.Lsystem
	movq	%rax, MS_RAX + 0x00(%rsp)
	movq	%rcx, MS_RAX + 0x08(%rsp)
	movq	%rdx, MS_RAX + 0x10(%rsp)
	movq	%r8, MS_RAX + 0x18(%rsp)
	movq	%r9, MS_RAX + 0x20(%rsp)
	movq	%r10, MS_RAX + 0x28(%rsp)
	movq	%rbp, %rcx			/* rti_morestack (g, frame, args) */
	movq	%r10, %rdx
	movq	%r11, %r8
	leaq	.Lresume(%rip), %rax
	movq	%rsp, G_SP(%rbp)
	movq	%rax, G_PC(%rbp)
	movq	G_M(%rbp), %rbp			/* rbp = m */
	TO_SYSTEM rbp
	jmp	rti_morestack_sys
	.globl	rti_morestack_back
rti_morestack_back:
.Lresume:
	testb	%al, %al
	jnz	.Lyield
.Lyielded:
	movq	MS_RAX + 0x00(%rsp), %rax
	movq	MS_RAX + 0x08(%rsp), %rcx
	movq	MS_RAX + 0x10(%rsp), %rdx
	movq	MS_RAX + 0x18(%rsp), %r8
	movq	MS_RAX + 0x20(%rsp), %r9
	movq	MS_RAX + 0x28(%rsp), %r10
.Lout:
	addq	$MS_FRAME, %rsp
	popq	%rbp
	popq	%r11
	jmp	*%r11
.Lyield:					/* sysmon wants it to */
	call	rti_yield
	jmp	.Lyielded
.Lsystem:
	call	rti_other_stack
	jmp	.Lout
END __rt_morestack
MARK __rt_morestack

/* __morestack: the same by LLVM's contract for Win64 split stacks.
   In:       r10 = bytes that the function's frame needs, r11 = bytes of
	     incoming stack arguments with the home area; the return address
	     points at a ret, behind which stands a jump to the body.
   Out:      goes on behind the ret, with enough stack; all registers but
	     r11 as they were.
   Clobbers: r11, flags.
   Stack:    control or system.
   Unwind:   leaf.  */
FUNC __morestack
	BODY
	incq	(%rsp)				/* behind the ret */
	jmp	.Lmorestack
END __morestack
MARK __morestack

/* Its part on the system stack.  Vector registers of any size are kept:
   System V functions have arguments in them, and with -fipa-ra their callers
   whatever they like.
   In:       rcx, rdx, r8 = arguments of rti_morestack, rbp = m.
   Out:      jumps to rti_morestack_back, al = result.
   Clobbers: integer volatile registers, flags.
   Stack:    system, at m->g0sp.
   Unwind:   rbp frame.  */
FUNC rti_morestack_sys
	PUSH	rbp
	PUSH	rax				/* for SAVE_XSTATE */
	SETFP
	BODY
	movq	%rdx, %r9
	SAVE_XSTATE
	movq	%r9, %rdx
	subq	$HOME, %rsp
	call	rti_morestack
	movl	%eax, %ecx
	addq	$HOME, %rsp
	RESTORE_XSTATE
	movl	%ecx, %eax
	popq	%rcx
	popq	%rbp
	TO_CONTROL rbp
	jmp	rti_morestack_back
END rti_morestack_sys

/* rti_chain_ret: a function that was entered on a chained segment returns.
   Never entered at its start: the function's return address is
   rti_chain_ret.
   In:       rbp = rsp + MS_FRAME of __morestack's frame in the segment
	     before, rax, xmm0 = results.
   Out:      returns to the function's caller, on the segment before.
   Clobbers: r10, r11, flags: with -fipa-ra the caller may keep more in
	     registers than the ABI lets it.
   Stack:    control.
   Unwind:   rbp frame: through the segment before.  */
FUNC rti_chain_root
	HAVE	8				/* R */
	PUSH	rbp
	SETFP
	BODY
	nop
	.globl	rti_chain_ret
rti_chain_ret:
	pushq	%rcx				/* on the segment that goes */
	pushq	%rdx
	pushq	%r8
	GETG	r11, r11d
	leaq	8(%rbp), %r8			/* R */
.Lleave:
	movq	G_STACK(%r11), %r10
	movq	STACK_PREV(%r10), %rcx
	movq	G_SPARE(%r11), %rdx
	movq	%rdx, STACK_PREV(%r10)		/* onto the list of spares */
	movq	%r10, G_SPARE(%r11)
	movq	%rcx, G_STACK(%r11)
	cmpq	%r8, STACK_PREV_SP(%r10)	/* else a longjmp left it */
	jne	.Lleave				/* (S3): this is further down */
	movq	STACK_LIMIT(%rcx), %r10
	movq	%r10, G_LIMIT(%r11)
	popq	%r8
	popq	%rdx
	popq	%rcx
	movq	%r10, %gs:TEB_ARBITRARY
	movq	%rbp, %rsp
	popq	%rbp
	addq	$8, %rsp			/* R */
	ret
END rti_chain_root
MARK rti_chain_root
