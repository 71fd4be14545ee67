/* __rt_icall, __rt_icall_n: call whatever a function pointer points to.
   SPDX-License-Identifier: MIT

   A growable function begins with a magic word, or with LLVM's check, and
   is entered at once, an import thunk is looked through, and all else is
   plain code.

   In:       rax = target, all else as for a call of it; for __rt_icall_n
	     also r10d = bytes of stack arguments above the home area, not 0.
   Out:      as the target left it.
   Clobbers: the Win64 volatile registers.
   Stack:    any.
   Unwind:   leaf.  */

#include "rt-asm.h"

.set THUNK_DISP, 2			/* ff 25 disp32: jmp *disp(%rip) */
.set THUNK_END, 6
.set LEA_END, 8				/* 4c 8d 9c 24 disp32 */
.set CMP_LIMIT, 4

.macro ICALL name:req, plain:req
FUNC \name
	BODY
	cmpl	$MAGIC, (%rax)
	jne	.Lnot_growable_\name
	jmp	*%rax
.Lnot_growable_\name:
	cmpw	$THUNK, (%rax)
	jne	.Lllvm_\name
	movslq	THUNK_DISP(%rax), %r11
	movq	THUNK_END(%rax,%r11), %r11
	cmpl	$MAGIC, (%r11)
	jne	\plain
	jmp	*%r11
.Lllvm_\name:
	cmpl	$LLVM_CMP_RSP, (%rax)
	jne	.Lllvm_large_\name
	cmpl	$LLVM_CMP_LIMIT, CMP_LIMIT(%rax)
	jne	\plain
	jmp	*%rax
.Lllvm_large_\name:
	cmpl	$LLVM_LEA_R11, (%rax)
	jne	\plain
	cmpl	$LLVM_CMP_R11, LEA_END(%rax)
	jne	\plain
	cmpl	$LLVM_CMP_LIMIT, LEA_END + CMP_LIMIT(%rax)
	jne	\plain
	jmp	*%rax
END \name
MARK \name
.endm

	ICALL	__rt_icall, __rt_plaincall
	ICALL	__rt_icall_n, __rt_plaincall_n
