/* __rt_plaincall: call plain code from a control stack.
   SPDX-License-Identifier: MIT

   Compiled code gets here through a slot's stub or for an indirect call.
   On a system stack it is a mere jump to the target.

   In:       rax = target, all else as for a call of the target; for the
	     names with _n also r10d = bytes of stack arguments above the
	     home area, a multiple of 8 and not 0.
   Out:      as the target left it.
   Clobbers: the Win64 volatile registers.
   Stack:    control or system; runs the target on the system stack.
   Unwind:   the control part's frame is the saved rbp; the system part
	     counts as called by rti_mstart or rti_callback.

   Frame:    control  rsp+0x30  5th argument      system  rsp+0x20  5th ...
		      rsp+0x10  home area                 rsp       home
		      rsp+0x08  return address
		      rsp       caller's rbp  */

#include "rt-asm.h"

.set HOME, 0x20				/* Win64: room for four registers */
.set ARGS, HOME + 0x10			/* from the control part's rsp */

/* The control part; \sys is its system part.  */
.macro PLAINCALL name:req, sys:req, args:req
FUNC \name
	GETG	r11, r11d
	testq	%r11, %r11
	jz	.Ldirect_\name
	cmpq	$0, G_STACK(%r11)
	je	.Ldirect_\name			/* a g0: on the system stack */
	PUSH	rbp
	BODY
	leaq	rti_plaincall_back(%rip), %rbp
	movq	%rsp, G_SP(%r11)
	movq	%rbp, G_PC(%r11)
	movq	G_M(%r11), %rbp			/* rbp = m from here on */
	.if \args
	movl	%r10d, %r10d
	movq	%r10, M_LIBCALL + LIBCALL_N(%rbp)
	.endif
	TO_SYSTEM rbp
	jmp	\sys
.Ldirect_\name:
	CHECK_STACK
	jmp	*%rax
END \name
MARK \name
.endm

	PLAINCALL __rt_plaincall, rti_plaincall_sys, 0
	PLAINCALL __rt_plaincall_n, rti_plaincall_args, 1
	PLAINCALL __rt_plaincall_nb, rti_plaincall_sys_nb, 0
	PLAINCALL __rt_plaincall_nb_n, rti_plaincall_args_nb, 1

/* rti_plaincall_resume: where a plain call comes back to.  Never entered
   at its start.
   In:       rsp = the control part's rsp, results in rax, xmm0.
   Out:      returns to compiled code.
   Clobbers: none.
   Stack:    control.
   Unwind:   as the control part.  */
FUNC rti_plaincall_resume
	PUSH	rbp
	BODY
	.globl	rti_plaincall_wait, rti_plaincall_back
rti_plaincall_wait:			/* the p was taken meanwhile */
	call	rti_exitsyscall_wait
rti_plaincall_back:
	popq	%rbp
	ret
END rti_plaincall_resume
MARK rti_plaincall_resume

/* The system part, for a call that may block.
   In:       rax = target, rbp = m.
   Out:      jumps to rti_plaincall_back, or to rti_plaincall_wait.
   Clobbers: r10, r11 beside the target's.
   Stack:    system, at m->g0sp.
   Unwind:   fixed frame.  */
FUNC rti_plaincall_sys
	ALLOC	HOME + 8			/* 8: for the handler */
	HANDLER	rti_exception_crossing
	BODY
	incl	M_SYSTICK(%rbp)			/* I5 */
	call	*%rax
	CAME_BACK rbp, rsp, HOME + 8
	LEAVE_CALL rbp, rti_plaincall_back, rti_plaincall_wait
END rti_plaincall_sys

/* For a target that does not block.
   In:       rax = target, rbp = m.
   Out:      jumps to rti_plaincall_back, or to rti_plaincall_wait.
   Clobbers: r10, r11 beside the target's.
   Stack:    system, at m->g0sp.
   Unwind:   fixed frame.  */
FUNC rti_plaincall_sys_nb
	ALLOC	HOME + 8			/* 8: for the handler */
	HANDLER	rti_exception_crossing
	BODY
	call	*%rax
	TO_CONTROL rbp, known=1
	jmp	rti_plaincall_back
END rti_plaincall_sys_nb

.macro PLAINCALL_ARGS name:req, blocking:req
/* With arguments.  They are pushed, so that the system stack's guard page
   is met in order, and so is the home area: sysv_abi has its first
   arguments there.  No register but r10, r11 and rbp is free in both.
   In:       rax = target, rbp = m, m->libcall.n = bytes of stack arguments.
   Out:      jumps to rti_plaincall_back, or to rti_plaincall_wait.
   Clobbers: r10, r11 beside the target's.
   Stack:    system, at m->g0sp.
   Unwind:   rbp frame.  */
FUNC \name
	PUSH	rbx
	ALLOC	16
	movq	%rbp, %rbx			/* rbx = m */
	SETFP
	HANDLER	rti_exception_crossing
	BODY
	movq	M_CURG(%rbx), %r11
	movq	G_SP(%r11), %r11		/* r11 = the control part's rsp */
	movq	M_LIBCALL + LIBCALL_N(%rbx), %r10
	addq	$HOME + 15, %r10
	andq	$-16, %r10
.Lcopy_\name:
	pushq	ARGS - HOME - 8(%r11,%r10)
	subq	$8, %r10
	jnz	.Lcopy_\name
	.if \blocking
	incl	M_SYSTICK(%rbx)
	.endif
	call	*%rax
	.if \blocking
	CAME_BACK rbx, rbp, 16 + 8
	.endif
	movq	%rbx, %r11
	movq	16(%rbp), %rbx
	movq	%r11, %rbp			/* rbp = m */
	.if \blocking
	LEAVE_CALL rbp, rti_plaincall_back, rti_plaincall_wait
	.else
	TO_CONTROL rbp, known=1
	jmp	rti_plaincall_back
	.endif
END \name
.endm

/* rti_astray: a call came back where it must not.
   In:       a multiple of 16 in rsp.
   Out:      none: dies.
   Clobbers: all.
   Stack:    any but a control stack.
   Unwind:   none.  */
FUNC rti_astray
	BODY
	subq	$HOME, %rsp
	call	rti_call_astray
	ud2					/* it does not return */
END rti_astray

	PLAINCALL_ARGS rti_plaincall_args, 1
	PLAINCALL_ARGS rti_plaincall_args_nb, 0
