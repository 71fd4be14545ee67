/* rti_callback_control: from the system to the control stack, and back.
   SPDX-License-Identifier: MIT

   In:       rbx = slot, rbp = m, rsi = g; rsp as the call from
	     rti_callback left it.
   Out:      rax, xmm0 from the function; on the system stack again.
   Clobbers: volatile.
   Stack:    system to control.
   Unwind:   leaf, until the stack changes.

   On the control stack, addresses growing up: home area and stack
   arguments (HOME + STACKARGS), machine frame, whatever the goroutine had
   there.  The machine frame leads an unwinder to rti_callback.  */
#include "rt-asm.h"
#include "callback-frame.h"

.set MACHFRAME, 5*8			/* rip, cs, eflags, rsp, ss */
.set FROM_CALL, 8			/* the return address */
.set STACKARGS, 60*8			/* 64 words at the most */

FUNC rti_callback_control
	BODY
	movq	%rsp, M_G0SP(%rbp)
	movq	%rsp, %r11			/* r11 = system rsp */
	movq	%gs:TEB_ARBITRARY, %r10		/* I2 */
	movq	%r10, M_TIB28(%rbp)
	SETG	rsi, rbp, r10
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

/* Back to rti_callback, after its call.  */
.macro CALLBACK_RETURN
	GETG	r11, r11d
	movq	G_M(%r11), %r10
	movq	M_G0SP(%r10), %rsp
	movq	M_TIB28(%r10), %r11
	movq	%r11, %gs:TEB_ARBITRARY
	movq	M_SLOT(%r10), %r11
	addq	$M_G0, %r10
	movq	%r10, (%r11)
	ret					/* pairs with rti_callback's call */
.endm

/* The root of a callback on the control stack.
   In:       rbx = slot, rsp = machine frame, the argument registers.
   Out:      to rti_callback, after its call.
   Clobbers: the Win64 volatile registers.
   Stack:    control to system.
   Unwind:   machine frame.  */
FUNC rti_callback_root
	HAVE_MACHFRAME
	ALLOC	HOME
	BODY
	call	*CBSLOT_FN(%rbx)
	.globl	rti_callback_ret
rti_callback_ret:
	CALLBACK_RETURN
END rti_callback_root
MARK rti_callback_root

/* Likewise with stack arguments.
   In:       also eax = words of them, r11 = system rsp.
   Out:      to rti_callback, after its call.
   Clobbers: the Win64 volatile registers.
   Stack:    control to system.
   Unwind:   machine frame.  */
FUNC rti_callback_root_args
	HAVE_MACHFRAME
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
