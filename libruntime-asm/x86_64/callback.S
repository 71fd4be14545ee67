/* rti_callback: Windows calls a function of ours.
   SPDX-License-Identifier: MIT

   The goroutine whose call Windows is busy with goes on, below the point
   where it left its control stack, with the callback's function.

   In:       eax = number of the callback; arguments as Win64 has them.
   Out:      rax, xmm0 as the function left them.
   Clobbers: the Win64 volatile registers; the direction flag, MXCSR and
	     the x87 control word are as the caller had them.
   Stack:    system, of any thread.
   Unwind:   fixed frame.

   Frame:    from rsp
	     CB_FRAME      the struct rti_cbframe
	     CB_XMM        xmm6-15
	     CB_ARGXMM     xmm0-3 as they came
	     then the pushed registers, the flags, the return address and
	     the home area, where rcx, rdx, r8, r9 are put  */

#include "rt-asm.h"

.set HOME, 0x20
.set MACHFRAME, 5*8			/* rip, cs, eflags, rsp, ss */

.set CB_MXCSR, HOME
.set CB_FCW, HOME + 4
.set CB_FRAME, HOME + 0x10
.set CB_XMM, CB_FRAME + CBFRAME_SIZE
.set CB_ARGXMM, CB_XMM + 10*16
.set CB_ALLOC, CB_ARGXMM + 4*8
.set CB_FLAGS, CB_ALLOC + 8*8		/* eight pushed registers below it */
.set CB_HOME, CB_FLAGS + 8 + 8
.set DF, 0x400				/* direction flag in rflags */

FUNC rti_callback
	leaq	rti_cbslots(%rip), %r10
	shlq	$4, %rax			/* CBSLOT_SIZE */
	addq	%rax, %r10			/* r10 = its slot */
	testl	$CB_GROWABLE, CBSLOT_FLAGS(%r10)
	jz	.Lplain
	pushfq
	.seh_stackalloc 8
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
	call	rti_callback_enter		/* C: attaches, gets a p; adds to */
	movq	%rax, %rbp			/* the flags */
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
.Lplain:
	jmp	*CBSLOT_FN(%r10)
END rti_callback

/* rti_callback_control: from the system to the control stack, and back.
   In:       rbx = slot, rbp = m, rsi = g; rsp as the call from
	     rti_callback left it.
   Out:      rax, xmm0 from the function; on the system stack again.
   Clobbers: volatile.
   Stack:    system to control.
   Unwind:   leaf, until the stack changes.

   On the control stack, addresses growing up: home area and stack
   arguments (HOME + STACKARGS), machine frame, whatever the goroutine had
   there.  The machine frame leads an unwinder to rti_callback.  */
.set FROM_CALL, 8			/* the return address */
.set STACKARGS, 60*8			/* 64 words at the most */

FUNC rti_callback_control
	BODY
	movq	%rsp, M_G0SP(%rbp)
	movq	%rsp, %r11			/* r11 = system rsp */
	movq	%gs:TEB_ARBITRARY, %r10		/* I2 */
	movq	%r10, M_TIB28(%rbp)
	SETG	rsi, r10, r10d
	movq	G_LIMIT(%rsi), %r10
	movq	%r10, %gs:TEB_ARBITRARY
	movl	CBSLOT_WORDS(%rbx), %eax
	movq	G_SP(%rsi), %r10
	andq	$-16, %r10
	leaq	-(MACHFRAME + 8)(%r10), %r10	/* 8: alignment */
	movq	(%r11), %rcx
	leaq	FROM_CALL(%r11), %rdx
	movq	%rcx, 0x00(%r10)		/* rip */
	movq	%rdx, 0x18(%r10)		/* rsp */
	movq	CB_HOME + FROM_CALL + 0x00(%r11), %rcx
	movq	CB_HOME + FROM_CALL + 0x08(%r11), %rdx
	movq	CB_HOME + FROM_CALL + 0x10(%r11), %r8
	movq	CB_HOME + FROM_CALL + 0x18(%r11), %r9
	movq	CB_ARGXMM + FROM_CALL + 0x00(%r11), %xmm0
	movq	CB_ARGXMM + FROM_CALL + 0x08(%r11), %xmm1
	movq	CB_ARGXMM + FROM_CALL + 0x10(%r11), %xmm2
	movq	CB_ARGXMM + FROM_CALL + 0x18(%r11), %xmm3
	movq	%r10, %rsp
	subl	$4, %eax
	ja	rti_callback_root_args
	jmp	rti_callback_root
END rti_callback_control

/* The roots.
   In:       rbx = slot, rsp = machine frame; args: eax = words of stack
	     arguments, r11 = system rsp.
   Out:      to rti_callback, after its call.
   Clobbers: volatile.
   Stack:    control to system.
   Unwind:   machine frame.  */
.macro CALLBACK_RETURN
	GETG	r11, r11d
	movq	G_M(%r11), %r10
	leaq	M_G0(%r10), %r11
	movq	M_G0SP(%r10), %rsp
	movq	M_TIB28(%r10), %r10
	movq	%r10, %gs:TEB_ARBITRARY
	SETG	r11, r10, r10d
	ret					/* pairs with rti_callback's call */
.endm

FUNC rti_callback_root
	.seh_pushframe
	ALLOC	HOME
	BODY
	call	*CBSLOT_FN(%rbx)
	.globl	rti_callback_ret
rti_callback_ret:
	CALLBACK_RETURN
END rti_callback_root
MARK rti_callback_root

FUNC rti_callback_root_args
	.seh_pushframe
	ALLOC	HOME + STACKARGS
	BODY
.Lcopy:
	movq	CB_HOME + FROM_CALL + HOME - 8(%r11,%rax,8), %r10
	movq	%r10, HOME - 8(%rsp,%rax,8)
	decq	%rax
	jnz	.Lcopy
	call	*CBSLOT_FN(%rbx)
	.globl	rti_callback_ret_args
rti_callback_ret_args:
	CALLBACK_RETURN
END rti_callback_root_args
MARK rti_callback_root_args
