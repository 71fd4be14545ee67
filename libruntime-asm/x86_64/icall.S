/* __rt_icall, __rt_icall_n: call whatever a function pointer points to.
   SPDX-License-Identifier: MIT

   A growable function begins with a magic word and is entered at once, an
   import thunk is looked through, and all else is plain code.

   In:       rax = target; __rt_icall_n: r10d = bytes of stack arguments
	     above the home area, else there are none.
   Out:      as the target left it.
   Clobbers: the Win64 volatile registers.
   Stack:    any.
   Unwind:   leaf.  */

#include "rt-asm.h"

.set THUNK_DISP, 2			/* ff 25 disp32: jmp *disp(%rip) */
.set THUNK_END, 6

FUNC __rt_icall
	BODY
	xorl	%r10d, %r10d
	cmpl	$MAGIC, (%rax)
	jne	__rt_icall_n
	jmp	*%rax
END __rt_icall
MARK __rt_icall

FUNC __rt_icall_n
	BODY
	cmpl	$MAGIC, (%rax)
	jne	.Lnot_growable
	jmp	*%rax
.Lnot_growable:
	cmpw	$THUNK, (%rax)
	jne	__rt_plaincall
	movslq	THUNK_DISP(%rax), %r11
	movq	THUNK_END(%rax,%r11), %r11
	cmpl	$MAGIC, (%r11)
	jne	__rt_plaincall
	jmp	*%r11
END __rt_icall_n
MARK __rt_icall_n
