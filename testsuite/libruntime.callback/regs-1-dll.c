/* Calls back with every register that must survive full of known bits.  */

#include "rt-test.h"

/* In and out: 10 vector registers, 8 general ones, rflags, MXCSR, x87
   control word.  */
struct state
{
  uint64_t xmm[10][2];
  uint64_t gpr[8];
  uint64_t flags;
  uint32_t mxcsr;
  uint16_t fcw;
  uint16_t pad;
};

int call_with (void (*f) (void), struct state *in, struct state *out);

/* rcx = f, rdx = in, r8 = out.  The last push is out.  */
__asm__ (
  "     .text\n"
  "     .globl  call_with\n"
  "     .seh_proc call_with\n"
  "call_with:\n"
  "     pushq   %rbp\n  .seh_pushreg %rbp\n"
  "     pushq   %rbx\n  .seh_pushreg %rbx\n"
  "     pushq   %rdi\n  .seh_pushreg %rdi\n"
  "     pushq   %rsi\n  .seh_pushreg %rsi\n"
  "     pushq   %r12\n  .seh_pushreg %r12\n"
  "     pushq   %r13\n  .seh_pushreg %r13\n"
  "     pushq   %r14\n  .seh_pushreg %r14\n"
  "     pushq   %r15\n  .seh_pushreg %r15\n"
  "     subq    $0xe8, %rsp\n   .seh_stackalloc 0xe8\n"
  "     movups  %xmm6, 0x40(%rsp)\n     .seh_savexmm %xmm6, 0x40\n"
  "     movups  %xmm7, 0x50(%rsp)\n     .seh_savexmm %xmm7, 0x50\n"
  "     movups  %xmm8, 0x60(%rsp)\n     .seh_savexmm %xmm8, 0x60\n"
  "     movups  %xmm9, 0x70(%rsp)\n     .seh_savexmm %xmm9, 0x70\n"
  "     movups  %xmm10, 0x80(%rsp)\n    .seh_savexmm %xmm10, 0x80\n"
  "     movups  %xmm11, 0x90(%rsp)\n    .seh_savexmm %xmm11, 0x90\n"
  "     movups  %xmm12, 0xa0(%rsp)\n    .seh_savexmm %xmm12, 0xa0\n"
  "     movups  %xmm13, 0xb0(%rsp)\n    .seh_savexmm %xmm13, 0xb0\n"
  "     movups  %xmm14, 0xc0(%rsp)\n    .seh_savexmm %xmm14, 0xc0\n"
  "     movups  %xmm15, 0xd0(%rsp)\n    .seh_savexmm %xmm15, 0xd0\n"
  "     .seh_endprologue\n"
  "     movq    %r8, 0x20(%rsp)\n"
  "     stmxcsr 0x28(%rsp)\n"
  "     fnstcw  0x2c(%rsp)\n"
  "     movq    %rcx, %rax\n"
  "     movups  0x00(%rdx), %xmm6\n"
  "     movups  0x10(%rdx), %xmm7\n"
  "     movups  0x20(%rdx), %xmm8\n"
  "     movups  0x30(%rdx), %xmm9\n"
  "     movups  0x40(%rdx), %xmm10\n"
  "     movups  0x50(%rdx), %xmm11\n"
  "     movups  0x60(%rdx), %xmm12\n"
  "     movups  0x70(%rdx), %xmm13\n"
  "     movups  0x80(%rdx), %xmm14\n"
  "     movups  0x90(%rdx), %xmm15\n"
  "     movq    0xa0(%rdx), %rbx\n"
  "     movq    0xa8(%rdx), %rbp\n"
  "     movq    0xb0(%rdx), %rdi\n"
  "     movq    0xb8(%rdx), %rsi\n"
  "     movq    0xc0(%rdx), %r12\n"
  "     movq    0xc8(%rdx), %r13\n"
  "     movq    0xd0(%rdx), %r14\n"
  "     movq    0xd8(%rdx), %r15\n"
  "     ldmxcsr 0xe8(%rdx)\n"
  "     fldcw   0xec(%rdx)\n"
  "     pushq   0xe0(%rdx)\n"
  "     popfq\n"
  "     call    *%rax\n"
  "     movq    0x20(%rsp), %rdx\n"
  "     movups  %xmm6, 0x00(%rdx)\n"
  "     movups  %xmm7, 0x10(%rdx)\n"
  "     movups  %xmm8, 0x20(%rdx)\n"
  "     movups  %xmm9, 0x30(%rdx)\n"
  "     movups  %xmm10, 0x40(%rdx)\n"
  "     movups  %xmm11, 0x50(%rdx)\n"
  "     movups  %xmm12, 0x60(%rdx)\n"
  "     movups  %xmm13, 0x70(%rdx)\n"
  "     movups  %xmm14, 0x80(%rdx)\n"
  "     movups  %xmm15, 0x90(%rdx)\n"
  "     movq    %rbx, 0xa0(%rdx)\n"
  "     movq    %rbp, 0xa8(%rdx)\n"
  "     movq    %rdi, 0xb0(%rdx)\n"
  "     movq    %rsi, 0xb8(%rdx)\n"
  "     movq    %r12, 0xc0(%rdx)\n"
  "     movq    %r13, 0xc8(%rdx)\n"
  "     movq    %r14, 0xd0(%rdx)\n"
  "     movq    %r15, 0xd8(%rdx)\n"
  "     stmxcsr 0xe8(%rdx)\n"
  "     fnstcw  0xec(%rdx)\n"
  "     pushfq\n"
  "     popq    0xe0(%rdx)\n"
  "     cld\n"
  "     ldmxcsr 0x28(%rsp)\n"
  "     fldcw   0x2c(%rsp)\n"
  "     movups  0x40(%rsp), %xmm6\n"
  "     movups  0x50(%rsp), %xmm7\n"
  "     movups  0x60(%rsp), %xmm8\n"
  "     movups  0x70(%rsp), %xmm9\n"
  "     movups  0x80(%rsp), %xmm10\n"
  "     movups  0x90(%rsp), %xmm11\n"
  "     movups  0xa0(%rsp), %xmm12\n"
  "     movups  0xb0(%rsp), %xmm13\n"
  "     movups  0xc0(%rsp), %xmm14\n"
  "     movups  0xd0(%rsp), %xmm15\n"
  "     xorl    %eax, %eax\n"
  "     addq    $0xe8, %rsp\n"
  "     popq    %r15\n"
  "     popq    %r14\n"
  "     popq    %r13\n"
  "     popq    %r12\n"
  "     popq    %rsi\n"
  "     popq    %rdi\n"
  "     popq    %rbx\n"
  "     popq    %rbp\n"
  "     ret\n"
  "     .seh_endproc\n");

#define DF 0x400u

/* Call F, with the direction flag set if DOWN.  */
__declspec (dllexport) void
call_and_look (void (*f) (void), int down)
{
  struct state in, out;
  unsigned int i;

  for (i = 0; i < sizeof in / sizeof (uint64_t); i++)
    ((uint64_t *) &in)[i] = (i + 1) * 0x0101010101010101;
  in.flags = 0x202 | (down ? DF : 0);
  in.mxcsr = 0x1f80 | 0x6000 | 0x8000;  /* Truncate, flush to zero.  */
  in.fcw = 0x0c7f;                      /* Truncate, single precision.  */
  memset (&out, 0, sizeof out);
  call_with (f, &in, &out);
  for (i = 0; i < 10; i++)
    {
      CHECK_EQ (out.xmm[i][0], in.xmm[i][0]);
      CHECK_EQ (out.xmm[i][1], in.xmm[i][1]);
    }
  for (i = 0; i < 8; i++)
    CHECK_EQ (out.gpr[i], in.gpr[i]);
  CHECK_EQ (out.flags & DF, in.flags & DF);
  CHECK_EQ (out.mxcsr & ~0x3fu, in.mxcsr);
  CHECK_EQ (out.fcw, in.fcw);
}

static unsigned long
thread_main (void *f)
{
  call_and_look ((void (*) (void)) (uintptr_t) f, 0);
  call_and_look ((void (*) (void)) (uintptr_t) f, 1);
  return 0;
}

/* Likewise from a thread of its own.  */
__declspec (dllexport) void
thread_and_look (void (*f) (void))
{
  void *thread = CreateThread (NULL, 0, thread_main,
                               (void *) (uintptr_t) f, 0, NULL);

  CHECK (thread != NULL);
  CHECK_EQ (WaitForSingleObject (thread, 30000), 0);
  CloseHandle (thread);
}
