/* rti_callback: Windows calls a function of ours.
   SPDX-License-Identifier: MIT

   The goroutine whose call Windows is busy with goes on, below the point
   where it left its control stack, with the callback's function.

   In:       eax = number of the callback; arguments as Win64 has them.
   Out:      rax, xmm0 as the function left them.
   Clobbers: the Win64 volatile registers; the direction flag, MXCSR and
	     the x87 control word are as the caller had them.
   Stack:    system, of any thread.
   Unwind:   fixed frame; its handler is told when plain code unwinds or jumps
	     over it.

   Frame:    from rsp
	     CB_FRAME      the struct rti_cbframe
	     CB_XMM        xmm6-15
	     CB_ARGXMM     xmm0-3 as they came
	     then the pushed registers, the flags, the return address and
	     the home area, where rcx, rdx, r8, r9 are put  */

#include "rt-asm.h"
#include "callback-frame.h"

.set DF, 0x400				/* direction flag in rflags */

FUNC rti_callback
	leaq	rti_cbslots(%rip), %r10
	shlq	$4, %rax			/* CBSLOT_SIZE */
	addq	%rax, %r10			/* r10 = its slot */
	testl	$CB_GROWABLE, CBSLOT_FLAGS(%r10)
	jz	.Lplain
	PUSHF
	PUSH	rbp
	PUSH	rbx
	PUSH	rdi
	PUSH	rsi
	PUSH	r12
	PUSH	r13
	PUSH	r14
	PUSH	r15
	ALLOC	CB_ALLOC
	SAVEXMM	xmm6, CB_XMM + 0x00
	SAVEXMM	xmm7, CB_XMM + 0x10
	SAVEXMM	xmm8, CB_XMM + 0x20
	SAVEXMM	xmm9, CB_XMM + 0x30
	SAVEXMM	xmm10, CB_XMM + 0x40
	SAVEXMM	xmm11, CB_XMM + 0x50
	SAVEXMM	xmm12, CB_XMM + 0x60
	SAVEXMM	xmm13, CB_XMM + 0x70
	SAVEXMM	xmm14, CB_XMM + 0x80
	SAVEXMM	xmm15, CB_XMM + 0x90
	HANDLER	rti_callback_unwound
	BODY
	cld
	movq	%rcx, CB_HOME + 0x00(%rsp)
	movq	%rdx, CB_HOME + 0x08(%rsp)
	movq	%r8, CB_HOME + 0x10(%rsp)
	movq	%r9, CB_HOME + 0x18(%rsp)
	movq	%xmm0, CB_ARGXMM + 0x00(%rsp)
	movq	%xmm1, CB_ARGXMM + 0x08(%rsp)
	movq	%xmm2, CB_ARGXMM + 0x10(%rsp)
	movq	%xmm3, CB_ARGXMM + 0x18(%rsp)
	stmxcsr	CB_MXCSR(%rsp)
	fnstcw	CB_FCW(%rsp)
	movq	%r10, %rbx			/* rbx = slot */
	xorl	%edi, %edi			/* edi = flags */
	GETG	r11, r11d
	testq	%r11, %r11
	jz	.Lslow				/* a thread we never saw */
	cmpq	$0, G_STACK(%r11)
	jne	.Lon_control
	movq	G_M(%r11), %rbp			/* rbp = m */
	movq	M_CURG(%rbp), %rsi		/* rsi = its goroutine */
	testq	%rsi, %rsi
	jz	.Lslow				/* between two callbacks */
	testb	$1, M_SYSTICK(%rbp)
	jz	.Lrunning			/* called by a call that does */
	incl	M_SYSTICK(%rbp)			/* not block */
	orl	$CB_SYSCALL, %edi
	cmpl	$0, M_RETAKE(%rbp)		/* pairs with sysmon.c */
	jne	.Lslow
.Lrunning:
	movl	%edi, CB_FRAME + CBFRAME_FLAGS(%rsp)
	movups	M_LIBCALL + 0x00(%rbp), %xmm0	/* I3 */
	movups	M_LIBCALL + 0x10(%rbp), %xmm1
	movups	M_LIBCALL + 0x20(%rbp), %xmm2
	movups	%xmm0, CB_FRAME + CBFRAME_LIBCALL + 0x00(%rsp)
	movups	%xmm1, CB_FRAME + CBFRAME_LIBCALL + 0x10(%rsp)
	movups	%xmm2, CB_FRAME + CBFRAME_LIBCALL + 0x20(%rsp)
	movq	G_CBTOP(%rsi), %rax
	movq	G_SP(%rsi), %rcx
	movq	G_PC(%rsi), %rdx
	movq	G_STACK(%rsi), %r8
	movq	M_G0SP(%rbp), %r9
	movq	%rax, CB_FRAME + CBFRAME_PREV(%rsp)
	movq	%rcx, CB_FRAME + CBFRAME_GSP(%rsp)
	movq	%rdx, CB_FRAME + CBFRAME_GPC(%rsp)
	movq	%r8, CB_FRAME + CBFRAME_STACK(%rsp)
	movq	%r9, CB_FRAME + CBFRAME_G0SP(%rsp)
	movq	G_DS_PTR(%rsi), %rax
	movq	%rax, CB_FRAME + CBFRAME_DS_PTR(%rsp)
	leaq	CB_FRAME(%rsp), %rax
	movq	%rax, G_CBTOP(%rsi)
	call	rti_callback_control
	movq	CB_FRAME + CBFRAME_PREV(%rsp), %rcx
	movq	CB_FRAME + CBFRAME_GSP(%rsp), %rdx
	movq	CB_FRAME + CBFRAME_GPC(%rsp), %r8
	movq	CB_FRAME + CBFRAME_G0SP(%rsp), %r9
	movq	%rcx, G_CBTOP(%rsi)
	movq	%rdx, G_SP(%rsi)
	movq	%r8, G_PC(%rsi)
	movq	%r9, M_G0SP(%rbp)
	movups	CB_FRAME + CBFRAME_LIBCALL + 0x00(%rsp), %xmm1	/* I3 */
	movups	CB_FRAME + CBFRAME_LIBCALL + 0x10(%rsp), %xmm2
	movups	CB_FRAME + CBFRAME_LIBCALL + 0x20(%rsp), %xmm3
	movups	%xmm1, M_LIBCALL + 0x00(%rbp)
	movups	%xmm2, M_LIBCALL + 0x10(%rbp)
	movups	%xmm3, M_LIBCALL + 0x20(%rbp)
	movl	CB_FRAME + CBFRAME_FLAGS(%rsp), %ecx
	testl	$CB_SYSCALL, %ecx
	jz	.Lnot_in_syscall
	incl	M_SYSTICK(%rbp)
.Lnot_in_syscall:
	testl	$CB_FOREIGN, %ecx
	jnz	.Lforeign
.Lrestore:
	ldmxcsr	CB_MXCSR(%rsp)
	fldcw	CB_FCW(%rsp)
	testl	$DF, CB_FLAGS(%rsp)
	jnz	.Ldirection
.Lregisters:
	movaps	CB_XMM + 0x00(%rsp), %xmm6
	movaps	CB_XMM + 0x10(%rsp), %xmm7
	movaps	CB_XMM + 0x20(%rsp), %xmm8
	movaps	CB_XMM + 0x30(%rsp), %xmm9
	movaps	CB_XMM + 0x40(%rsp), %xmm10
	movaps	CB_XMM + 0x50(%rsp), %xmm11
	movaps	CB_XMM + 0x60(%rsp), %xmm12
	movaps	CB_XMM + 0x70(%rsp), %xmm13
	movaps	CB_XMM + 0x80(%rsp), %xmm14
	movaps	CB_XMM + 0x90(%rsp), %xmm15
	addq	$CB_ALLOC, %rsp
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rsi
	popq	%rdi
	popq	%rbx
	popq	%rbp
	addq	$8, %rsp			/* the flags */
	ret
.Ldirection:
	std
	jmp	.Lregisters
.Lslow:
	leaq	CB_FRAME(%rsp), %rcx
	movl	%edi, CBFRAME_FLAGS(%rcx)
	call	rti_callback_enter		/* C: it adds to the flags */
	movq	%rax, %rbp
	movq	M_CURG(%rbp), %rsi
	movl	CB_FRAME + CBFRAME_FLAGS(%rsp), %edi
	jmp	.Lrunning
.Lforeign:
	movq	%rax, CB_ARGXMM + 0x00(%rsp)	/* the results */
	movq	%xmm0, CB_ARGXMM + 0x08(%rsp)
	movl	%gs:TEB_LASTERROR, %edi
	movq	%rbp, %rcx
	call	rti_callback_leave		/* C: gives the p away */
	movl	%edi, %gs:TEB_LASTERROR
	movq	CB_ARGXMM + 0x00(%rsp), %rax
	movq	CB_ARGXMM + 0x08(%rsp), %xmm0
	jmp	.Lrestore
.Lon_control:					/* a vectored handler, say */
	call	rti_callback_on_control
	ud2					/* it does not return */
.Lplain:
	jmp	*CBSLOT_FN(%r10)
END rti_callback
