/* __rt_guard_acquire, __rt_guard_release: the initialisation of a local static
   object of C++.
   SPDX-License-Identifier: MIT

   libstdc++'s __cxa_guard_acquire can return with a lock that belongs to the
   thread: so it is in GCC's win32 flavour.  From before that until
   __cxa_guard_release, or __cxa_guard_abort, has given it back, the goroutine
   stays on its thread, and no other one runs there.  */

#include "rt-asm.h"

.set HOME, 0x20				/* Win64: room for four registers */
.set GUARD_TARGET, HOME
.set GUARD_ARG, HOME + 8
.set GUARD_FRAME, HOME + 16 + 8		/* 8: alignment */

/* Compiled code calls it for __cxa_guard_acquire, by a slot.
   In:       rax = the real one, rcx = the guard.
   Out:      eax = 1: initialise the object.
   Clobbers: the Win64 volatile registers.
   Stack:    any.
   Unwind:   fixed frame.  */
FUNC __rt_guard_acquire
	ALLOC	GUARD_FRAME
	BODY
	movq	%rax, GUARD_TARGET(%rsp)
	movq	%rcx, GUARD_ARG(%rsp)
	call	rt_lockosthread
	movq	GUARD_TARGET(%rsp), %rax
	movq	GUARD_ARG(%rsp), %rcx
	call	__rt_plaincall
	testl	%eax, %eax
	jnz	.Lheld
	call	rt_unlockosthread		/* it was made before */
	xorl	%eax, %eax
.Lheld:
	addq	$GUARD_FRAME, %rsp
	ret
END __rt_guard_acquire
MARK __rt_guard_acquire

/* For __cxa_guard_release and __cxa_guard_abort.
   In:       rax = the real one, rcx = the guard.
   Out:      none.
   Clobbers: the Win64 volatile registers.
   Stack:    any.
   Unwind:   fixed frame.  */
FUNC __rt_guard_release
	ALLOC	HOME + 8
	BODY
	call	__rt_plaincall
	call	rt_unlockosthread
	nop					/* else it seems in its epilogue */
	addq	$(HOME + 8), %rsp
	ret
END __rt_guard_release
MARK __rt_guard_release
