/* entries.S: rt_NAME for every line of entries.tbl.
   SPDX-License-Identifier: MIT

   In:       as the C prototype in rt.h.
   Out:      as the C prototype.
   Clobbers: the Win64 volatile registers.
   Stack:    any; rti_NAME runs on the system stack.
   Unwind:   leaf.  */

#include "rt-asm.h"

.macro PARK_ENTRY name:req
FUNC rt_\name
	BODY
	leaq	rti_\name(%rip), %rax
	jmp	rti_parkcall
END rt_\name
MARK rt_\name
.endm

.macro CALL_ENTRY name:req
FUNC rt_\name
	BODY
	leaq	rti_\name(%rip), %rax
	xorl	%r10d, %r10d
	jmp	__rt_plaincall_nb
END rt_\name
MARK rt_\name
.endm

#define RT_PARK(name) PARK_ENTRY name
#define RT_CALL(name) CALL_ENTRY name
#include "entries.tbl"

/* rt_cgocall (fn, arg): one blocking call of fn (arg).  */
FUNC rt_cgocall
	BODY
	movq	%rcx, %rax
	movq	%rdx, %rcx
	xorl	%r10d, %r10d
	jmp	__rt_plaincall
END rt_cgocall
MARK rt_cgocall

/* The three that load and look up libraries may block.  */
.macro BLOCKING_ENTRY name:req
FUNC rt_\name
	BODY
	leaq	rti_\name(%rip), %rax
	xorl	%r10d, %r10d
	jmp	__rt_plaincall
END rt_\name
MARK rt_\name
.endm

	BLOCKING_ENTRY loadlibrary
	BLOCKING_ENTRY loadsystemlibrary
	BLOCKING_ENTRY getprocaddress
