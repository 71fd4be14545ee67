/* rt-asm.h: macros for the assembly files.
   SPDX-License-Identifier: MIT

   Each prologue macro pairs an instruction with its unwind code, so that
   they cannot drift apart:

        FUNC name               opens a function
        PUSH reg, PUSHF, ALLOC n, SAVEXMM reg, off, SETFP
        HANDLER name            its language handler, a C function
        HAVE n                  n bytes that were there before it began
        HAVE_MACHFRAME          likewise a machine frame
        BODY                    ends the prologue
        END name                closes it
        MARK name               declares it growable and movable: it may run on
                                a control stack and keeps no address of it.  */

#define RT_OFFSET(sym, type, field, value) .set sym, value
#define RT_SIZE(sym, type, value) .set sym, value
#define RT_CONST(sym, value) .set sym, value
#include "offsets.tbl"
#undef RT_OFFSET
#undef RT_SIZE
#undef RT_CONST

.macro FUNC name:req
        .section .text$\name, "x"
        .p2align 4
        .globl  \name
        .def    \name; .scl 2; .type 32; .endef
        .seh_proc \name
\name:
.endm

.macro END name:req
.Lend_\name:
        .seh_endproc
.endm

.macro MARK name:req
        .section .rsrc_rt, "dr"
        .p2align 4
        .rva    \name, .Lend_\name
        .long   0, 0
.endm

.macro PUSH reg:req
        pushq   %\reg
        .seh_pushreg %\reg
.endm

.macro ALLOC n:req
        subq    $(\n), %rsp
        .seh_stackalloc \n
.endm

.macro PUSHF
        pushfq
        .seh_stackalloc 8
.endm

.macro HAVE n:req
        .seh_stackalloc \n
.endm

.macro HAVE_MACHFRAME
        .seh_pushframe
.endm

.macro SAVEXMM reg:req, off:req
        movaps  %\reg, (\off)(%rsp)
        .seh_savexmm %\reg, \off
.endm

.macro SETFP
        movq    %rsp, %rbp
        .seh_setframe %rbp, 0
.endm

.macro HANDLER name:req
        .seh_handler \name, @unwind, @except
.endm

.macro BODY
        .seh_endprologue
.endm

/* r64 = the current g of this thread, or 0.  Clobbers flags.  The offset
   is that of the TLS slot in the TEB, or, from index 64 on, negative: the
   complement of the offset in the expansion array plus 8.  -1, before
   there is a slot, gives 0 as well.  */
.macro GETG r64:req, r32:req
        movl    rti_tls_offset(%rip), %\r32
        testl   %\r32, %\r32
        jns     .Ldirect\@
        xorl    $-1, %\r32
        jz      .Lgot\@
        cmpq    $0, %gs:TEB_EXPANSION
        jne     .Lexpansion\@
        xorl    %\r32, %\r32
        jmp     .Lgot\@
.Lexpansion\@:
        addq    %gs:TEB_EXPANSION, %\r64
        movq    -8(%\r64), %\r64
        jmp     .Lgot\@
.Ldirect\@:
        movq    %gs:(%\r64), %\r64
.Lgot\@:
.endm

/* Make G the current g of M's thread, which is this one.  Clobbers the
   scratch register.  */
.macro SETG g:req, m:req, scratch:req
        movq    M_SLOT(%\m), %\scratch
        movq    %\g, (%\scratch)
.endm

/* On none of our control stacks: is it a control stack of another libruntime
   in the process, whose limit word is there then?  Dies if it is.  Clobbers
   flags; rti_other_stack is in other.S.  */
.macro CHECK_STACK
        cmpq    $0, %gs:TEB_ARBITRARY
        je      .Lchecked\@
        call    rti_other_stack
.Lchecked\@:
.endm

/* From a control stack to the system stack of M: the current g becomes
   its g0, gs:0x28 the thread's own (I2).  The stack pointer then is as at
   the entry of a function that rti_mstart, or a callback, has called.
   Clobbers r10, r11, flags.  */
.macro TO_SYSTEM m:req
        leaq    M_G0(%\m), %r11
        SETG    r11, \m, r10
        movq    M_TIB28(%\m), %r10
        movq    %r10, %gs:TEB_ARBITRARY
        movq    M_G0SP(%\m), %rsp
.endm

/* Back to the control stack of M's goroutine, where it left it; r11 is
   the goroutine then.  A direction flag that plain code has left set ends
   here, and gs:0x28 may be another, unless the code is KNOWN for neither.
   Clobbers r10, flags.  */
.macro TO_CONTROL m:req, known=0
        .if !\known
        cld
        movq    %gs:TEB_ARBITRARY, %r10
        movq    %r10, M_TIB28(%\m)
        .endif
        movq    M_CURG(%\m), %r11
        SETG    r11, \m, r10
        movq    G_LIMIT(%r11), %r10
        movq    %r10, %gs:TEB_ARBITRARY
        movq    G_SP(%r11), %rsp
.endm

/* A call that may block has come back.  It must have done so on the thread
   and at the stack pointer with which it was made, REG + OFFSET now: else
   plain code has changed fibers, or jumped, in a callback that is not over.
   Clobbers r10, flags.  */
.macro CAME_BACK m:req, reg:req, offset:req
        leaq    \offset(%\reg), %r10
        cmpq    M_G0SP(%\m), %r10
        jne     rti_astray
        movq    %gs:TEB_SELF, %r10
        cmpq    M_TEB(%\m), %r10
        jne     rti_astray
.endm

/* M's call that may block is over (I5): go on at BACK on the control stack,
   or at WAIT if sysmon wants the p, or has it.  Pairs with sysmon.c.
   Clobbers r10, r11, flags.  */
.macro LEAVE_CALL m:req, back:req, wait:req
        incl    M_SYSTICK(%\m)
        cmpl    $0, M_RETAKE(%\m)
        jne     .Ltaken\@
        TO_CONTROL \m
        jmp     \back
.Ltaken\@:
        movq    M_CURG(%\m), %r11
        movq    G_SP(%r11), %rsp
        jmp     \wait
.endm

/* The frame in which a goroutine's non-volatile registers wait while it
   is parked: below the return address eight pushed registers, then
   PARK_FRAME bytes, then BELOW bytes for the function's own use.  */
.set PARK_XMM, 0x10                     /* xmm6-15 */
.set PARK_MXCSR, 0x00
.set PARK_FCW, 0x04
.set PARK_RAX, 0x08
.set PARK_XMM0, PARK_XMM + 10*16
.set PARK_RDX, PARK_XMM0 + 16
.set PARK_FRAME, PARK_RDX + 8
.set PARK_RBP, PARK_FRAME + 7*8         /* rbp was pushed first */
.set PARK_TOTAL, PARK_FRAME + 8*8

.macro PARK_PROLOGUE below=0
        PUSH    rbp
        PUSH    rbx
        PUSH    rdi
        PUSH    rsi
        PUSH    r12
        PUSH    r13
        PUSH    r14
        PUSH    r15
        ALLOC   PARK_FRAME + \below
        SAVEXMM xmm6, PARK_XMM + 0x00 + \below
        SAVEXMM xmm7, PARK_XMM + 0x10 + \below
        SAVEXMM xmm8, PARK_XMM + 0x20 + \below
        SAVEXMM xmm9, PARK_XMM + 0x30 + \below
        SAVEXMM xmm10, PARK_XMM + 0x40 + \below
        SAVEXMM xmm11, PARK_XMM + 0x50 + \below
        SAVEXMM xmm12, PARK_XMM + 0x60 + \below
        SAVEXMM xmm13, PARK_XMM + 0x70 + \below
        SAVEXMM xmm14, PARK_XMM + 0x80 + \below
        SAVEXMM xmm15, PARK_XMM + 0x90 + \below
.endm

.macro PARK_EPILOGUE below=0
        movaps  PARK_XMM + 0x00 + \below(%rsp), %xmm6
        movaps  PARK_XMM + 0x10 + \below(%rsp), %xmm7
        movaps  PARK_XMM + 0x20 + \below(%rsp), %xmm8
        movaps  PARK_XMM + 0x30 + \below(%rsp), %xmm9
        movaps  PARK_XMM + 0x40 + \below(%rsp), %xmm10
        movaps  PARK_XMM + 0x50 + \below(%rsp), %xmm11
        movaps  PARK_XMM + 0x60 + \below(%rsp), %xmm12
        movaps  PARK_XMM + 0x70 + \below(%rsp), %xmm13
        movaps  PARK_XMM + 0x80 + \below(%rsp), %xmm14
        movaps  PARK_XMM + 0x90 + \below(%rsp), %xmm15
        addq    $(PARK_FRAME + \below), %rsp
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rsi
        popq    %rdi
        popq    %rbx
        popq    %rbp
.endm

/* Save what the processor has beside its integer registers, vectors and tiles
   of any size, below rsp, which is a multiple of 64 then.  rbp holds what rsp
   was, and (rbp) is a free word.  Protection keys stay the thread's.  Clobbers
   rax, rdx, flags.  */
.set XSAVE_ALIGN, 64
.set XSAVE_HEADER, 512                  /* must be zero before XSAVE */
.set XSAVE_MASK, ~(1 << 9)              /* all but PKRU */
.set FXSAVE_SIZE, 512

.macro SAVE_XSTATE
        movl    rti_xsave_size(%rip), %eax
        movq    %rax, (%rbp)
        testl   %eax, %eax
        jz      .Lold\@                 /* a processor of before 2008 */
        subq    %rax, %rsp
        andq    $-XSAVE_ALIGN, %rsp
        xorl    %eax, %eax
        .irp    n, 0, 8, 16, 24, 32, 40, 48, 56
        movq    %rax, (XSAVE_HEADER + \n)(%rsp)
        .endr
        movl    $XSAVE_MASK, %eax
        movl    $-1, %edx
        xsave64 (%rsp)
        jmp     .Lsaved\@
.Lold\@:
        subq    $FXSAVE_SIZE, %rsp
        andq    $-XSAVE_ALIGN, %rsp
        fxsave64 (%rsp)
.Lsaved\@:
.endm

/* The reverse; rsp and rbp are as SAVE_XSTATE left them.  Clobbers rax, rdx,
   flags.  */
.macro RESTORE_XSTATE
        cmpq    $0, (%rbp)
        je      .Lold\@
        movl    $XSAVE_MASK, %eax
        movl    $-1, %edx
        xrstor64 (%rsp)
        jmp     .Lrestored\@
.Lold\@:
        fxrstor64 (%rsp)
.Lrestored\@:
        movq    %rbp, %rsp
.endm
