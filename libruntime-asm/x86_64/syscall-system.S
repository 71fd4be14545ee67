/* The system parts of rt_syscall: they call the function.
   SPDX-License-Identifier: MIT  */

#include "rt-asm.h"

.set HOME, 0x20

/* Load the registers from the four words at r11 and call; no code between
   the call and the reads of its results.  \call is the operand.  */
.macro LOAD_AND_CALL fn:req
	movq	0x00(%r11), %rcx
	movq	0x08(%r11), %rdx
	movq	0x10(%r11), %r8
	movq	0x18(%r11), %r9
	movq	%rcx, %xmm0			/* a float goes in both */
	movq	%rdx, %xmm1
	movq	%r8, %xmm2
	movq	%r9, %xmm3
	movl	$0, %gs:TEB_LASTERROR
	call	*\fn
.endm

/* Copy the arguments from the fifth on, of r8 (over 4) words at r11, to
   rsp + HOME, making room, from the top down: so the system stack's guard
   page is met in order.  Clobbers r8, r9, r10.  */
.macro COPY_WORDS name:req
	leaq	-4(%r8), %r10			/* words above the home area */
	leaq	1(%r10), %r9
	andq	$-2, %r9
	shlq	$3, %r9
.Lprobe_\name:					/* step down a page at a time */
	cmpq	$0x1000, %r9
	jb	.Lprobed_\name
	subq	$0x1000, %rsp
	orq	$0, (%rsp)
	subq	$0x1000, %r9
	jmp	.Lprobe_\name
.Lprobed_\name:
	subq	%r9, %rsp
.Lcopy_\name:
	movq	HOME - 8(%r11,%r10,8), %r9
	movq	%r9, HOME - 8(%rsp,%r10,8)
	decq	%r10
	jnz	.Lcopy_\name
.endm

/* Four arguments at the most.
   In:       rbp = m with the record.
   Out:      jumps back to the control part.
   Clobbers: the Win64 volatile registers.
   Stack:    system, at m->g0sp.
   Unwind:   fixed frame.  */
FUNC rti_syscall_sys
	ALLOC	HOME + 8			/* 8: for the handler */
	HANDLER	rti_exception_crossing
	BODY
	movq	M_LIBCALL + LIBCALL_ARGS(%rbp), %r11
	LOAD_AND_CALL M_LIBCALL+LIBCALL_FN(%rbp)
	movl	%gs:TEB_LASTERROR, %r10d
	movq	%rax, M_LIBCALL + LIBCALL_R1(%rbp)
	movq	%xmm0, M_LIBCALL + LIBCALL_R2(%rbp)
	movl	%r10d, M_LIBCALL + LIBCALL_ERR(%rbp)
	CAME_BACK rbp, rsp, HOME + 8
	LEAVE_CALL rbp, rti_syscall_back, rti_syscall_wait
END rti_syscall_sys

/* Over four arguments.
   In:       rbp = m with the record.
   Out:      jumps back to the control part.
   Clobbers: the Win64 volatile registers.
   Stack:    system, at m->g0sp.
   Unwind:   rbp frame.  */
FUNC rti_syscall_args
	PUSH	rbx
	ALLOC	HOME + 16			/* 8: for the handler */
	movq	%rbp, %rbx			/* rbx = m */
	SETFP
	HANDLER	rti_exception_crossing
	BODY
	movq	M_LIBCALL + LIBCALL_ARGS(%rbx), %r11
	COPY_WORDS args
	LOAD_AND_CALL M_LIBCALL+LIBCALL_FN(%rbx)
	movl	%gs:TEB_LASTERROR, %r10d
	movq	%rax, M_LIBCALL + LIBCALL_R1(%rbx)
	movq	%xmm0, M_LIBCALL + LIBCALL_R2(%rbx)
	movl	%r10d, M_LIBCALL + LIBCALL_ERR(%rbx)
	CAME_BACK rbx, rbp, HOME + 16 + 8
	movq	%rbx, %r11
	movq	HOME + 16(%rbp), %rbx
	movq	%r11, %rbp			/* rbp = m */
	LEAVE_CALL rbp, rti_syscall_back, rti_syscall_wait
END rti_syscall_args

/* For a caller that is on its system stack anyway.
   In:       rcx = result, rdx = fn, r8 = n, r9 = arguments.
   Out:      rax = result, filled.
   Clobbers: the Win64 volatile registers.
   Stack:    system.
   Unwind:   rbp frame.  */
FUNC rti_syscall_here
	PUSH	rbp
	PUSH	rbx
	ALLOC	HOME + 8
	SETFP
	BODY
	movq	%rcx, %rbx			/* rbx = result */
	movq	%rdx, HOME(%rbp)
	movq	%r9, %r11
	cmpq	$4, %r8
	jbe	.Lload_here
	COPY_WORDS here
.Lload_here:
	LOAD_AND_CALL HOME(%rbp)
	movl	%gs:TEB_LASTERROR, %r10d
	movq	%rax, RESULT_R1(%rbx)
	movq	%xmm0, RESULT_R2(%rbx)
	movl	%r10d, RESULT_ERR(%rbx)
	movq	%rbx, %rax
	leaq	HOME + 8(%rbp), %rsp
	popq	%rbx
	popq	%rbp
	ret
END rti_syscall_here
