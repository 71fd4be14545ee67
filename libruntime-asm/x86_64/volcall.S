/* rti_volcall: call C from code that keeps values in volatile registers.
   SPDX-License-Identifier: MIT  */

#include "rt-asm.h"

.set HOME, 0x20

.set VOL_RCX, 0
.set VOL_FRAME, VOL_RCX + 3*8 + 8	/* 8: alignment */

/* rti_volcall: call a C function on the system stack, all registers but
   rax, r10, r11 preserved, so that compiled code need not know that it calls.
   In:       rax, r11 = its arguments (r11: the current g), r10 = it.
   Out:      rax = its result.
   Clobbers: r10, r11, flags.
   Stack:    any, of any alignment; needs rti_xsave_size + 200 bytes of the
	     reserve.
   Unwind:   rbp frame.  */
FUNC rti_volcall
	PUSH	rbp
	PUSH	rdx
	PUSH	rax
	PUSH	rax				/* for SAVE_XSTATE */
	SETFP
	BODY
	SAVE_XSTATE
	movq	8(%rbp), %rax
	call	rti_volcall_integer
	movq	%rax, 8(%rbp)
	RESTORE_XSTATE
	popq	%rax
	popq	%rax
	popq	%rdx
	popq	%rbp
	ret
END rti_volcall
MARK rti_volcall

/* The same, but only integer registers are preserved.
   In:       rax, r11 = its arguments (r11: the current g), r10 = it.
   Out:      rax = its result.
   Clobbers: rdx, r10, r11, flags, what is no integer register.
   Stack:    any, of any alignment.
   Unwind:   fixed frame.  */
FUNC rti_volcall_integer
	PUSH	rbp
	ALLOC	VOL_FRAME
	BODY
	movq	%rcx, VOL_RCX + 0x00(%rsp)
	movq	%r8, VOL_RCX + 0x08(%rsp)
	movq	%r9, VOL_RCX + 0x10(%rsp)
	movq	%r11, %rcx
	movq	%rax, %rdx
	movq	%r10, %rax
	testq	%r11, %r11
	jz	.Lhere
	cmpq	$0, G_STACK(%r11)
	je	.Lhere
	leaq	.Lrestore(%rip), %r10
	movq	%rsp, G_SP(%r11)
	movq	%r10, G_PC(%r11)
	movq	G_M(%r11), %rbp			/* rbp = m */
	TO_SYSTEM rbp
	jmp	rti_volcall_sys
.Lhere:
	call	rti_volcall_here
	.globl	rti_volcall_back
rti_volcall_back:
.Lrestore:
	movq	VOL_RCX + 0x00(%rsp), %rcx
	movq	VOL_RCX + 0x08(%rsp), %r8
	movq	VOL_RCX + 0x10(%rsp), %r9
	addq	$VOL_FRAME, %rsp
	popq	%rbp
	ret
END rti_volcall_integer
MARK rti_volcall_integer

/* The same on a system stack.
   In:       rcx, rdx = arguments, rax = the C function.
   Out:      rax = its result.
   Clobbers: the Win64 volatile registers.
   Stack:    system, of any alignment.
   Unwind:   rbp frame.  */
FUNC rti_volcall_here
	PUSH	rbp
	SETFP
	BODY
	subq	$HOME, %rsp
	andq	$-16, %rsp
	call	*%rax
	movq	%rbp, %rsp
	popq	%rbp
	ret
END rti_volcall_here

/* Its part on the system stack.
   In:       rcx, rdx = arguments, rax = the C function, rbp = m.
   Out:      jumps to rti_volcall_back.
   Clobbers: r10, r11.
   Stack:    system, at m->g0sp.
   Unwind:   fixed frame.  */
FUNC rti_volcall_sys
	ALLOC	HOME + 8
	BODY
	call	*%rax
	TO_CONTROL rbp
	jmp	rti_volcall_back
END rti_volcall_sys
