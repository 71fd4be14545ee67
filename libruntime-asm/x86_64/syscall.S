/* rt_syscall, rt_syscall6, 9, 12, 15, rt_syscalln: call a Windows function
   with any number of arguments.
   SPDX-License-Identifier: MIT

   struct rt_result rt_syscall (void *fn, uintptr_t n, uintptr_t a1, ...);

   The record of the call is in the m.  Between the callee's return and the
   reads of its results and last error there is no other code; they are
   copied out of the m before the goroutine can leave it.

   In:       rcx = where to put the result, rdx = fn, r8 = n; rt_syscall:
	     r9 and the stack = the arguments; rt_syscalln: r9 = their
	     address.
   Out:      rax = rcx, filled.
   Clobbers: the Win64 volatile registers.
   Stack:    control or system; calls fn on the system stack.
   Unwind:   control part: saved rbp.  System parts: fixed, or rbp frame.

   Frame:    control part, from rsp
	     0x30 ...      a2 ...            (rt_syscall)
	     0x28          a1, home of r9
	     0x10          result address, home of rcx
	     0x08          return address
	     0x00          caller's rbp  */

#include "rt-asm.h"

.set HOME, 0x20
.set RESULT_HOME, 0x10
.set A1_HOME, 0x28
.set FN_LOWEST, 0x10000			/* Windows maps nothing below 64 KiB */
.set SYSCALL_MAX, 1024			/* RT_SYSCALL_MAX */
.set EINVAL, 0x20000001			/* RT_EINVAL */

.macro SYSCALL_NAME name:req
	.globl	\name
	.def	\name; .scl 2; .type 32; .endef
\name:
.endm

FUNC rt_syscall
	SYSCALL_NAME rt_syscall6
	SYSCALL_NAME rt_syscall9
	SYSCALL_NAME rt_syscall12
	SYSCALL_NAME rt_syscall15
	BODY
	movq	%r9, 0x20(%rsp)			/* now a1, a2 ... are an array */
	leaq	0x20(%rsp), %r9
	jmp	rti_syscall_control
END rt_syscall
MARK rt_syscall

FUNC rt_syscalln
	BODY
	cmpq	$4, %r8
	jae	rti_syscall_control
	testq	%r8, %r8			/* four words will be read: put */
	jz	.Lhome				/* fewer where four are */
	movq	(%r9), %r10
	movq	%r10, 0x10(%rsp)
	cmpq	$2, %r8
	jb	.Lhome
	movq	8(%r9), %r10
	movq	%r10, 0x18(%rsp)
	je	.Lhome
	movq	16(%r9), %r10
	movq	%r10, 0x20(%rsp)
.Lhome:
	leaq	0x10(%rsp), %r9
	jmp	rti_syscall_control
END rt_syscalln
MARK rt_syscalln

/* The common control part.
   In: rcx = result, rdx = fn, r8 = n, r9 = arguments, four readable words
   at the least.  The rest as above.  */
FUNC rti_syscall_control
	PUSH	rbp
	BODY
	movq	%rcx, RESULT_HOME(%rsp)
	cmpq	$FN_LOWEST, %rdx
	jb	.Lbad
	cmpq	$SYSCALL_MAX, %r8
	ja	.Lbad
	GETG	r11, r11d
	testq	%r11, %r11
	jz	.Lsystem
	cmpq	$0, G_STACK(%r11)
	je	.Lsystem
	movq	G_M(%r11), %rbp			/* rbp = m from here on */
	movq	%rdx, M_LIBCALL + LIBCALL_FN(%rbp)
	movq	%r8, M_LIBCALL + LIBCALL_N(%rbp)
	movq	%r9, M_LIBCALL + LIBCALL_ARGS(%rbp)
	leaq	.Lback(%rip), %r10
	movq	%rsp, G_SP(%r11)
	movq	%r10, G_PC(%r11)
	incl	M_SYSTICK(%rbp)			/* I5 */
	TO_SYSTEM rbp
	cmpq	$4, %r8
	jbe	rti_syscall_sys
	jmp	rti_syscall_args

.Lbad:
	movq	%rcx, %rax
	xorl	%r10d, %r10d
	movq	%r10, RESULT_R1(%rax)
	movq	%r10, RESULT_R2(%rax)
	movl	$EINVAL, RESULT_ERR(%rax)
	popq	%rbp
	ret
.Lsystem:					/* no control stack, no record */
	popq	%rbp
	jmp	rti_syscall_here

	.globl	rti_syscall_wait
rti_syscall_wait:				/* the p was taken meanwhile */
	movq	RESULT_HOME(%rsp), %rax
	movq	M_LIBCALL + LIBCALL_R1(%rbp), %rcx
	movq	M_LIBCALL + LIBCALL_R2(%rbp), %rdx
	movl	M_LIBCALL + LIBCALL_ERR(%rbp), %r8d
	movq	%rcx, RESULT_R1(%rax)
	movq	%rdx, RESULT_R2(%rax)
	movl	%r8d, RESULT_ERR(%rax)
	call	rti_exitsyscall_wait
	popq	%rbp
	ret
.Lback:
	.globl	rti_syscall_back
rti_syscall_back:
	movq	RESULT_HOME(%rsp), %rax
	movq	M_LIBCALL + LIBCALL_R1(%rbp), %rcx
	movq	M_LIBCALL + LIBCALL_R2(%rbp), %rdx
	movl	M_LIBCALL + LIBCALL_ERR(%rbp), %r8d
	movq	%rcx, RESULT_R1(%rax)
	movq	%rdx, RESULT_R2(%rax)
	movl	%r8d, RESULT_ERR(%rax)
	popq	%rbp
	ret
END rti_syscall_control
MARK rti_syscall_control

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

/* The system parts.
   In:       rbp = m with the record.
   Out:      jumps back to the control part.
   Clobbers: volatile.
   Stack:    system, at m->g0sp.
   Unwind:   fixed frame, or rbp frame.  */
FUNC rti_syscall_sys
	ALLOC	HOME + 8
	BODY
	movq	M_LIBCALL + LIBCALL_ARGS(%rbp), %r11
	LOAD_AND_CALL M_LIBCALL+LIBCALL_FN(%rbp)
	movl	%gs:TEB_LASTERROR, %r10d
	movq	%rax, M_LIBCALL + LIBCALL_R1(%rbp)
	movq	%xmm0, M_LIBCALL + LIBCALL_R2(%rbp)
	movl	%r10d, M_LIBCALL + LIBCALL_ERR(%rbp)
	incl	M_SYSTICK(%rbp)
	cmpl	$0, M_RETAKE(%rbp)		/* pairs with sysmon.c */
	jne	.Ltaken
	TO_CONTROL rbp
	jmp	rti_syscall_back
.Ltaken:
	movq	M_CURG(%rbp), %r11
	movq	G_SP(%r11), %rsp
	jmp	rti_syscall_wait
END rti_syscall_sys

FUNC rti_syscall_args
	PUSH	rbx
	ALLOC	HOME
	movq	%rbp, %rbx			/* rbx = m */
	SETFP
	BODY
	movq	M_LIBCALL + LIBCALL_ARGS(%rbx), %r11
	COPY_WORDS args
	LOAD_AND_CALL M_LIBCALL+LIBCALL_FN(%rbx)
	movl	%gs:TEB_LASTERROR, %r10d
	movq	%rax, M_LIBCALL + LIBCALL_R1(%rbx)
	movq	%xmm0, M_LIBCALL + LIBCALL_R2(%rbx)
	movl	%r10d, M_LIBCALL + LIBCALL_ERR(%rbx)
	movq	%rbx, %r11
	movq	HOME(%rbp), %rbx
	movq	%r11, %rbp			/* rbp = m */
	incl	M_SYSTICK(%rbp)
	cmpl	$0, M_RETAKE(%rbp)		/* pairs with sysmon.c */
	jne	.Ltaken_args
	TO_CONTROL rbp
	jmp	rti_syscall_back
.Ltaken_args:
	movq	M_CURG(%rbp), %r11
	movq	G_SP(%r11), %rsp
	jmp	rti_syscall_wait
END rti_syscall_args

/* The same for a caller that is on its system stack anyway.
   In: rcx = result, rdx = fn, r8 = n, r9 = arguments.  Out: rax = result,
   filled.  Clobbers: volatile.  Stack: system.  Unwind: rbp frame.  */
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
