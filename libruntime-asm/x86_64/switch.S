/* rti_mstart, rti_reschedule, rti_gogo, rti_gstart: between a thread's
   system stack and its goroutines.
   SPDX-License-Identifier: MIT  */

#include "rt-asm.h"

.set HOME, 0x20
.set MXCSR, 0x1f80			/* As in a new thread.  */
.set FCW, 0x37f				/* mingw's _fpreset.  */

/* rti_mstart: run the scheduler on this thread.

   void rti_mstart (struct rt_m *m);

   In:       rcx = m, whose g0 is the current g.
   Out:      returns after rti_mstop (m).
   Clobbers: the Win64 volatile registers.
   Stack:    system.  All crossings of this m start below its frame.
   Unwind:   fixed frame; restores every non-volatile register.  */
FUNC rti_mstart
	PUSH	rbp
	PUSH	rbx
	PUSH	rdi
	PUSH	rsi
	PUSH	r12
	PUSH	r13
	PUSH	r14
	PUSH	r15
	ALLOC	HOME + 10*16 + 8
	SAVEXMM	xmm6, HOME + 0x00
	SAVEXMM	xmm7, HOME + 0x10
	SAVEXMM	xmm8, HOME + 0x20
	SAVEXMM	xmm9, HOME + 0x30
	SAVEXMM	xmm10, HOME + 0x40
	SAVEXMM	xmm11, HOME + 0x50
	SAVEXMM	xmm12, HOME + 0x60
	SAVEXMM	xmm13, HOME + 0x70
	SAVEXMM	xmm14, HOME + 0x80
	SAVEXMM	xmm15, HOME + 0x90
	BODY
	call	rti_menter
	movaps	HOME + 0x00(%rsp), %xmm6
	movaps	HOME + 0x10(%rsp), %xmm7
	movaps	HOME + 0x20(%rsp), %xmm8
	movaps	HOME + 0x30(%rsp), %xmm9
	movaps	HOME + 0x40(%rsp), %xmm10
	movaps	HOME + 0x50(%rsp), %xmm11
	movaps	HOME + 0x60(%rsp), %xmm12
	movaps	HOME + 0x70(%rsp), %xmm13
	movaps	HOME + 0x80(%rsp), %xmm14
	movaps	HOME + 0x90(%rsp), %xmm15
	addq	$(HOME + 10*16 + 8), %rsp
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rsi
	popq	%rdi
	popq	%rbx
	popq	%rbp
	ret
END rti_mstart

/* Set the stack pointer for crossings, and schedule.
   In:       rcx = m.
   Out:      none: rti_mstop returns for it.
   Clobbers: all.
   Stack:    system.
   Unwind:   leaf.  */
FUNC rti_menter
	BODY
	movq	%rsp, M_G0SP(%rcx)
	jmp	rti_schedule
END rti_menter

/* rti_mstop: make rti_mstart return.

   void rti_mstop (struct rt_m *m) __attribute__ ((__noreturn__));

   In:       rcx = m, which is in no callback.
   Out:      none.
   Clobbers: all.
   Stack:    system; what was below rti_mstart's frame is abandoned.
   Unwind:   leaf.  */
FUNC rti_mstop
	BODY
	movq	M_G0SP(%rcx), %rsp
	ret
END rti_mstop

/* rti_reschedule: abandon the C frames of a crossing and run the
   scheduler.

   void rti_reschedule (struct rt_m *m) __attribute__ ((__noreturn__));

   In:       rcx = m.
   Out:      none.
   Clobbers: all.
   Stack:    system.
   Unwind:   leaf.  */
FUNC rti_reschedule
	BODY
	movq	M_G0SP(%rcx), %rsp
	jmp	rti_schedule
END rti_reschedule

/* rti_gogo: go on with a goroutine where it left its control stack.

   void rti_gogo (struct rt_g *g) __attribute__ ((__noreturn__));

   In:       rcx = g; it is the curg of this thread's m.
   Out:      rax = g->ret for the code at g->pc.
   Clobbers: all.
   Stack:    from system to control.
   Unwind:   leaf.  */
FUNC rti_gogo
	BODY
	movq	G_M(%rcx), %r11
	movq	%gs:TEB_ARBITRARY, %r10		/* I2 */
	movq	%r10, M_TIB28(%r11)
	SETG	rcx, r11, r10
	movq	G_LIMIT(%rcx), %r10
	movq	%r10, %gs:TEB_ARBITRARY
	movl	G_LASTERROR(%rcx), %r10d
	movl	%r10d, %gs:TEB_LASTERROR
	movq	G_RET(%rcx), %rax
	movq	G_SP(%rcx), %rsp
	jmp	*G_PC(%rcx)
END rti_gogo

/* rti_gstart: the root of a goroutine.  Its floating-point control words are
   as the CRT gives them to main, whatever the thread ran before.
   In:       on the control stack, at a return address of 0.
   Out:      none: ends in rt_goexit.
   Clobbers: all.
   Stack:    control.
   Unwind:   fixed frame; the return address of 0 ends a walk.  */
FUNC rti_gstart
	ALLOC	HOME + 8
	BODY
	movl	$MXCSR, HOME(%rsp)
	movl	$FCW, HOME + 4(%rsp)
	ldmxcsr	HOME(%rsp)
	fldcw	HOME + 4(%rsp)
	GETG	r11, r11d
	movq	G_STARTARG(%r11), %rcx
	movq	G_STARTFN(%r11), %rax
	call	__rt_icall
	call	rt_goexit
	ud2					/* rt_goexit does not return */
END rti_gstart
MARK rti_gstart

/* rti_gstart_main: the root of the first goroutine, whose function has up
   to four arguments, at g->startarg, and a result.  Behind them are the
   control words that constructors, or the CRT, have left: it may begin on
   another thread.
   In:       on the control stack, at a return address of 0.
   Out:      none: ends in exit.
   Clobbers: all.
   Stack:    control.
   Unwind:   fixed frame; the return address of 0 ends a walk.  */
FUNC rti_gstart_main
	ALLOC	HOME + 8
	BODY
	GETG	r11, r11d
	movq	G_STARTFN(%r11), %rax
	movq	G_STARTARG(%r11), %r11
	ldmxcsr	0x20(%r11)
	fldcw	0x24(%r11)
	movq	0x00(%r11), %rcx
	movq	0x08(%r11), %rdx
	movq	0x10(%r11), %r8
	movq	0x18(%r11), %r9
	call	__rt_icall
	movl	%eax, %ecx
	leaq	rti_main_exit(%rip), %rax
	call	__rt_plaincall
	ud2					/* exit does not return */
END rti_gstart_main
MARK rti_gstart_main
