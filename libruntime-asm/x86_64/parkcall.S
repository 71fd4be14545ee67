/* rti_parkcall: run one of libruntime's C functions for a goroutine, which
   the function may park.
   SPDX-License-Identifier: MIT

   The goroutine's non-volatile registers are saved on its control stack
   first, so the C function may abandon its own frames (rti_park).

   In:       rax = the C function; its arguments (four at most) in rcx,
	     rdx, r8, r9.
   Out:      rax = its result, or g->ret if it was parked.
   Clobbers: the Win64 volatile registers.
   Stack:    control or system; on a system stack a mere jump.
   Unwind:   fixed frames.

   Frame:    see PARK_PROLOGUE.  */

#include "rt-asm.h"

.set HOME, 0x20

FUNC rti_parkcall
	GETG	r11, r11d
	testq	%r11, %r11
	jz	.Ldirect
	cmpq	$0, G_STACK(%r11)
	je	.Ldirect
	PARK_PROLOGUE
	BODY
	stmxcsr	PARK_MXCSR(%rsp)
	fnstcw	PARK_FCW(%rsp)
	leaq	.Lresume(%rip), %r10
	movq	%rsp, G_SP(%r11)
	movq	%r10, G_PC(%r11)
	movl	%gs:TEB_LASTERROR, %r10d
	movl	%r10d, G_LASTERROR(%r11)
	movq	G_M(%r11), %rbp			/* rbp = m from here on */
	movl	$1, M_PARKABLE(%rbp)
	TO_SYSTEM rbp
	jmp	rti_parkcall_sys
	.globl	rti_parkcall_back
rti_parkcall_back:				/* it was not parked: only rbp */
	movl	G_LASTERROR(%r11), %r10d	/* has changed */
	movl	%r10d, %gs:TEB_LASTERROR
	movq	PARK_RBP(%rsp), %rbp
	addq	$PARK_TOTAL, %rsp
	ret
.Lresume:					/* rti_gogo came here */
	ldmxcsr	PARK_MXCSR(%rsp)
	fldcw	PARK_FCW(%rsp)
	PARK_EPILOGUE
	popq	%r10				/* not ret: it would be */
	jmp	*%r10				/* mispredicted */
.Ldirect:
	CHECK_STACK
	jmp	*%rax
END rti_parkcall
MARK rti_parkcall

/* Its part on the system stack.
   In:       rax = the C function, rbp = m.
   Out:      jumps to rti_parkcall_back.
   Clobbers: r10, r11.
   Stack:    system, at m->g0sp.
   Unwind:   fixed frame.  */
FUNC rti_parkcall_sys
	ALLOC	HOME + 8
	BODY
	call	*%rax
	movl	$0, M_PARKABLE(%rbp)
	TO_CONTROL rbp
	jmp	rti_parkcall_back
END rti_parkcall_sys

/* rti_exitsyscall_wait: a blocking call has come back to find that sysmon
   took the p: get another, or be parked until there is one.
   In:       on the control stack; the current g is still the m's g0.
   Out:      the g runs, on whatever m; the non-volatile registers, rax, rdx
	     and xmm0 are as before, and so is the last error.
   Clobbers: the other Win64 volatile registers.
   Stack:    control.
   Unwind:   fixed frame.  */
FUNC rti_exitsyscall_wait
	PARK_PROLOGUE
	BODY
	cld					/* as TO_CONTROL does */
	movq	%rax, PARK_RAX(%rsp)
	movq	%rdx, PARK_RDX(%rsp)		/* see rti_exception_land */
	movaps	%xmm0, PARK_XMM0(%rsp)
	stmxcsr	PARK_MXCSR(%rsp)
	fnstcw	PARK_FCW(%rsp)
	GETG	r11, r11d			/* r11 = g0 */
	movq	G_M(%r11), %rbp			/* rbp = m */
	movq	M_CURG(%rbp), %r11
	leaq	.Lwaited(%rip), %r10
	movq	%rsp, G_SP(%r11)
	movq	%r10, G_PC(%r11)
	movl	%gs:TEB_LASTERROR, %r10d
	movl	%r10d, G_LASTERROR(%r11)
	movq	M_G0SP(%rbp), %rsp
	movq	%rbp, %rcx
	jmp	rti_exitsyscall			/* C; ends in rti_gogo */
.Lwaited:
	ldmxcsr	PARK_MXCSR(%rsp)
	fldcw	PARK_FCW(%rsp)
	movq	PARK_RAX(%rsp), %rax
	movq	PARK_RDX(%rsp), %rdx
	movaps	PARK_XMM0(%rsp), %xmm0
	PARK_EPILOGUE
	ret
END rti_exitsyscall_wait
MARK rti_exitsyscall_wait
