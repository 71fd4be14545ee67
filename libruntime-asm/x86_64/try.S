/* rt_try: a recovery point.
   SPDX-License-Identifier: MIT  */

#include "rt-asm.h"

.set HOME, 0x20				/* Win64: room for four registers */
.set TRY_FN, HOME + PARK_RAX
.set TRY_ARG, HOME + PARK_RDX

/* rt_try: call a function from which rt_throw comes back.

   uint32_t rt_try (void (*fn) (void *), void *arg, uintptr_t *value);

   In:       rcx = fn, rdx = arg, r8 = value.
   Out:      eax = 0, RT_ETHROWN, or an error.
   Clobbers: the Win64 volatile registers.
   Stack:    control; on a system stack it does nothing.
   Unwind:   fixed frame.

   Frame:    see PARK_PROLOGUE, with a home area below.  */
FUNC rt_try
	PARK_PROLOGUE HOME
	BODY
	GETG	r11, r11d
	testq	%r11, %r11
	jz	.Lnotg
	cmpq	$0, G_STACK(%r11)
	je	.Lnotg
	stmxcsr	HOME + PARK_MXCSR(%rsp)
	fnstcw	HOME + PARK_FCW(%rsp)
	movq	%rcx, TRY_FN(%rsp)
	movq	%rdx, TRY_ARG(%rsp)
	leaq	rti_try(%rip), %rax
	call	__rt_plaincall_nb
	testl	%eax, %eax
	jnz	.Lreturn
	movq	TRY_ARG(%rsp), %rcx
	movq	TRY_FN(%rsp), %rax
	call	__rt_icall
	GETG	r11, r11d
	decl	G_NTRIES(%r11)
	xorl	%eax, %eax
	jmp	.Lreturn
.Lnotg:
	movl	$ERR_NOTG, %eax
	jmp	.Lreturn
	.globl	rti_try_landing
rti_try_landing:				/* rt_throw: by rti_gogo */
	ldmxcsr	HOME + PARK_MXCSR(%rsp)
	fldcw	HOME + PARK_FCW(%rsp)
.Lreturn:
	PARK_EPILOGUE HOME
	ret
END rt_try
MARK rt_try
