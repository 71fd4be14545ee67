/* __rt_datastack_alloc, __rt_datastack_restore: called by compiled code for
   its data frames.
   SPDX-License-Identifier: MIT  */

#include "rt-asm.h"

/* Take rax bytes of r11's chunk and return, or jump to MORE if there are not
   so many.  A g0 has no chunk.  */
.macro TAKE more:req
	movq	G_DS_PTR(%r11), %r10
	subq	%rax, %r10
	jb	\more
	cmpq	G_DS_LIMIT(%r11), %r10
	jb	\more
	movq	%r10, G_DS_PTR(%r11)
	movq	%r10, %rax
	ret
.endm

/* __rt_datastack_alloc: make room on the data stack.
   In:       rax = size, a multiple of 16; 0 to see where it is.
   Out:      rax = its address.
   Clobbers: r10, r11, flags.
   Stack:    any.
   Unwind:   leaf.  */
FUNC __rt_datastack_alloc
	BODY
	GETG	r11, r11d
	testq	%r11, %r11
	jz	rti_datastack_more		/* a thread that is new */
	TAKE	rti_datastack_other
END __rt_datastack_alloc
MARK __rt_datastack_alloc

/* The same on a system stack, if it has been here before (fiber.c).
   In:       rax = size, r11 = g.
   Out:      rax = its address.
   Clobbers: r10, r11, flags.
   Stack:    any.
   Unwind:   leaf.  */
FUNC rti_datastack_other
	BODY
	cmpq	$0, G_STACK(%r11)
	jne	rti_datastack_more		/* on a control stack */
	movq	G_M(%r11), %r11
	movq	M_FIBER(%r11), %r11
	movq	%gs:TEB_STACKBASE, %r10
	cmpq	%r10, G_BASE(%r11)
	jne	.Lunknown
	TAKE	rti_datastack_more
.Lunknown:
	xorl	%r11d, %r11d
	jmp	rti_datastack_more
END rti_datastack_other
MARK rti_datastack_other

/* The same in another chunk: here if the spare one will do.
   In:       rax = size, r11 = g, or 0: that of the system stack.
   Out:      rax = its address.
   Clobbers: r10, r11, flags.
   Stack:    any.
   Unwind:   saved registers.  */
FUNC rti_datastack_more
	PUSH	rcx
	PUSH	rdx
	BODY
	testq	%r11, %r11
	jz	.Lgrow
	movq	G_CHUNK(%r11), %r10
	movq	G_CHUNK_SPARE(%r11), %rcx
	testq	%r10, %r10
	jz	.Lgrow				/* it has none yet */
	testq	%rcx, %rcx
	jz	.Lgrow
	movq	CHUNK_SIZE(%rcx), %rdx
	subq	$CHUNK_HEADER, %rdx
	cmpq	%rax, %rdx
	jb	.Lgrow
	movq	%r10, CHUNK_PREV(%rcx)
	movq	G_DS_PTR(%r11), %r10
	movq	%r10, CHUNK_SAVED(%rcx)
	movq	%rcx, G_CHUNK(%r11)
	movq	$0, G_CHUNK_SPARE(%r11)
	addq	$CHUNK_HEADER, %rcx
	movq	%rcx, G_DS_LIMIT(%r11)
	addq	%rcx, %rdx			/* its end */
	movq	%rdx, G_DS_TOP(%r11)
	subq	%rax, %rdx
	movq	%rdx, G_DS_PTR(%r11)
	movq	%rdx, %rax
	popq	%rdx
	popq	%rcx
	ret
.Lgrow:
	leaq	rti_datastack_grow(%rip), %r10
	call	rti_volcall
	popq	%rdx
	popq	%rcx
	ret
END rti_datastack_more
MARK rti_datastack_more

/* __rt_datastack_restore: set the data stack pointer back to a value that
   it had before, giving chunks back that are empty then.
   In:       r10 = the value.
   Out:      none.
   Clobbers: r10, r11, flags.
   Stack:    any.
   Unwind:   leaf.  */
FUNC __rt_datastack_restore
	BODY
	GETG	r11, r11d
	cmpq	G_DS_LIMIT(%r11), %r10
	jb	rti_datastack_back		/* as in each g0 */
	cmpq	G_DS_TOP(%r11), %r10
	jae	rti_datastack_leave
	movq	%r10, G_DS_PTR(%r11)
	ret
END __rt_datastack_restore
MARK __rt_datastack_restore

/* The same on a system stack.
   In:       r10 = the value, r11 = g.
   Out:      none.
   Clobbers: r10, r11, flags.
   Stack:    any.
   Unwind:   saved registers.  */
FUNC rti_datastack_back
	PUSH	rax
	BODY
	cmpq	$0, G_STACK(%r11)
	jne	.Lback				/* on a control stack */
	movq	G_M(%r11), %r11
	movq	M_FIBER(%r11), %r11
	movq	%gs:TEB_STACKBASE, %rax
	cmpq	%rax, G_BASE(%r11)
	jne	.Lforgotten
	cmpq	G_DS_LIMIT(%r11), %r10
	jb	.Lback
	cmpq	G_DS_TOP(%r11), %r10
	jae	.Lback
	movq	%r10, G_DS_PTR(%r11)
	popq	%rax
	ret
.Lforgotten:
	xorl	%r11d, %r11d
.Lback:
	popq	%rax
	jmp	rti_datastack_leave
END rti_datastack_back
MARK rti_datastack_back

/* The same out of the chunk: here if that was its first frame, and it becomes
   the spare one.
   In:       r10 = the value, r11 = g, or 0: that of the system stack.
   Out:      none.
   Clobbers: r10, r11, flags.
   Stack:    any.
   Unwind:   saved registers.  */
FUNC rti_datastack_leave
	PUSH	rax
	PUSH	rcx
	BODY
	testq	%r11, %r11
	jz	.Lpop
	cmpq	G_DS_TOP(%r11), %r10
	jne	.Lpop
	cmpq	$0, G_CHUNK_SPARE(%r11)
	jne	.Lpop
	movq	G_CHUNK(%r11), %rax
	movq	CHUNK_PREV(%rax), %rcx
	movq	CHUNK_SAVED(%rax), %r10
	movq	%r10, G_DS_PTR(%r11)
	movq	%rax, G_CHUNK_SPARE(%r11)
	movq	%rcx, G_CHUNK(%r11)
	leaq	CHUNK_HEADER(%rcx), %rax
	movq	%rax, G_DS_LIMIT(%r11)
	movq	$-1, %r10			/* the first one's end */
	cmpq	$0, CHUNK_PREV(%rcx)
	je	.Lleft
	movq	CHUNK_SIZE(%rcx), %r10
	addq	%rcx, %r10
.Lleft:
	movq	%r10, G_DS_TOP(%r11)
	popq	%rcx
	popq	%rax
	ret
.Lpop:
	movq	%r10, %rax
	leaq	rti_datastack_pop(%rip), %r10
	call	rti_volcall
	popq	%rcx
	popq	%rax
	ret
END rti_datastack_leave
MARK rti_datastack_leave
