/* entries.S: rt_NAME for every line of entries.tbl.
   SPDX-License-Identifier: MIT

   In:       as the C prototype in rt.h.
   Out:      as the C prototype.
   Clobbers: the Win64 volatile registers.
   Stack:    any; rti_NAME runs on the system stack.
   Unwind:   leaf.  */

#include "rt-asm.h"

.set HOME, 0x20				/* Win64: room for four registers */
.set TRY_ERR, HOME
.set TRY_ARG1, HOME + 0x10		/* past our return address */
.set TRY_ARG2, HOME + 0x18

.macro ENTRY name:req, fn:req, by:req
FUNC rt_\name
	BODY
	leaq	\fn(%rip), %rax
	jmp	\by
END rt_\name
MARK rt_\name
.endm

.macro PARK_ENTRY name:req
	ENTRY	\name, rti_\name, rti_parkcall
.endm
.macro CALL_ENTRY name:req
	ENTRY	\name, rti_\name, __rt_plaincall_nb
.endm
.macro BLOCK_ENTRY name:req
	ENTRY	\name, rti_\name, __rt_plaincall
.endm

/* rt_NAME of an RT_TRY: without parking if it can be.  The last error is
   kept for the goroutine, as rti_parkcall does it.
   In:       rcx, rdx = arguments; they wait in the caller's home area.
   Out:      rax = the result.
   Clobbers: the Win64 volatile registers.
   Stack:    any.
   Unwind:   fixed frame.  */
.macro TRY_ENTRY name:req, try:req
FUNC rt_\name
	ALLOC	HOME + 8
	BODY
	movq	%rcx, TRY_ARG1(%rsp)
	movq	%rdx, TRY_ARG2(%rsp)
	movl	%gs:TEB_LASTERROR, %eax
	movl	%eax, TRY_ERR(%rsp)
	leaq	rti_\try(%rip), %rax
	call	__rt_plaincall_nb
	movl	TRY_ERR(%rsp), %r10d
	movl	%r10d, %gs:TEB_LASTERROR
	cmpl	$ERR_AGAIN, %eax
	je	.Lwait_\name
	addq	$HOME + 8, %rsp
	ret
.Lwait_\name:
	movq	TRY_ARG1(%rsp), %rcx
	movq	TRY_ARG2(%rsp), %rdx
	leaq	rti_\name(%rip), %rax
	addq	$HOME + 8, %rsp
	jmp	rti_parkcall
END rt_\name
MARK rt_\name
.endm

#define RT_PARK(name) PARK_ENTRY name
#define RT_TRY(name, try) TRY_ENTRY name, try
#define RT_CALL(name) CALL_ENTRY name
#define RT_BLOCK(name) BLOCK_ENTRY name
#include "entries.tbl"

/* These names are taken inside the library.  */
	ENTRY	park, rti_park_public, rti_parkcall
	ENTRY	ready, rti_ready_public, __rt_plaincall_nb

/* rt_cgocall: one blocking call of fn (arg).
   In:       rcx = fn, rdx = arg.
   Out:      rax = its result.
   Clobbers: the Win64 volatile registers.
   Stack:    any.
   Unwind:   leaf.  */
FUNC rt_cgocall
	BODY
	movq	%rcx, %rax
	movq	%rdx, %rcx
	jmp	__rt_plaincall
END rt_cgocall
MARK rt_cgocall
