/* __rt_icall, __rt_icall_n: call whatever a function pointer points to.
   SPDX-License-Identifier: MIT

   A growable function begins with a magic word, or with LLVM's check, and
   is entered at once, an import thunk is looked through, and all else is
   plain code.

   In:       rax = target, which has no stack arguments above the home area.
   Out:      as the target left it.
   Clobbers: the Win64 volatile registers.
   Stack:    any.
   Unwind:   leaf.  */

#include "rt-asm.h"

.set THUNK_DISP, 2			/* ff 25 disp32: jmp *disp(%rip) */
.set THUNK_END, 6
.set LEA_END, 8				/* 4c 8d 9c 24 disp32 */
.set CMP_LIMIT, 4

FUNC __rt_icall
	BODY
	xorl	%r10d, %r10d
	cmpl	$MAGIC, (%rax)
	jne	__rt_icall_n
	jmp	*%rax
END __rt_icall
MARK __rt_icall

/* With stack arguments.
   In:       rax = target, r10d = bytes of stack arguments above the home
	     area.
   Out:      as the target left it.
   Clobbers: the Win64 volatile registers.
   Stack:    any.
   Unwind:   leaf.  */
FUNC __rt_icall_n
	BODY
	cmpl	$MAGIC, (%rax)
	jne	.Lnot_growable
	jmp	*%rax
.Lnot_growable:
	cmpw	$THUNK, (%rax)
	jne	.Lllvm
	movslq	THUNK_DISP(%rax), %r11
	movq	THUNK_END(%rax,%r11), %r11
	cmpl	$MAGIC, (%r11)
	jne	__rt_plaincall
	jmp	*%r11
.Lllvm:
	cmpl	$LLVM_CMP_RSP, (%rax)
	jne	.Lllvm_large
	cmpl	$LLVM_CMP_LIMIT, CMP_LIMIT(%rax)
	jne	__rt_plaincall
	jmp	*%rax
.Lllvm_large:
	cmpl	$LLVM_LEA_R11, (%rax)
	jne	__rt_plaincall
	cmpl	$LLVM_CMP_R11, LEA_END(%rax)
	jne	__rt_plaincall
	cmpl	$LLVM_CMP_LIMIT, LEA_END + CMP_LIMIT(%rax)
	jne	__rt_plaincall
	jmp	*%rax
END __rt_icall_n
MARK __rt_icall_n
