/* entries.S: rt_NAME for every line of entries.tbl.
   SPDX-License-Identifier: MIT

   In:       as the C prototype in rt.h.
   Out:      as the C prototype.
   Clobbers: the Win64 volatile registers.
   Stack:    any; rti_NAME runs on the system stack.
   Unwind:   leaf.  */

#include "rt-asm.h"

.macro ENTRY name:req, fn:req, by:req
FUNC rt_\name
	BODY
	leaq	\fn(%rip), %rax
	xorl	%r10d, %r10d
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

#define RT_PARK(name) PARK_ENTRY name
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
	xorl	%r10d, %r10d
	jmp	__rt_plaincall
END rt_cgocall
MARK rt_cgocall
