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

/* With the arguments in memory.
   In:       rcx = where to put the result, rdx = fn, r8 = n, r9 = the
	     address of the arguments.
   Out:      rax = rcx, filled.
   Clobbers: the Win64 volatile registers.
   Stack:    control or system.
   Unwind:   leaf.  */
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
   In:       rcx = result, rdx = fn, r8 = n, r9 = arguments, four readable
	     words at the least.
   Out:      rax = rcx, filled.
   Clobbers: the Win64 volatile registers.
   Stack:    control or system.
   Unwind:   saved rbp.  */
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
	CHECK_STACK
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
