/* Functions that leave rubbish above a narrow result, and callers that leave
   it above narrow arguments.  */

#include "rt-test.h"

#define LEAVES(name, value)                                             \
  __asm__ ("    .text\n"                                                \
           "    .globl " #name "\n"                                     \
           #name ":\n"                                                  \
           "    movabsq $" value ", %rax\n"                             \
           "    movq    %rax, %xmm0\n"                                  \
           "    punpcklqdq %xmm0, %xmm0\n"                              \
           "    ret\n"                                                  \
           "    .section .drectve\n"                                    \
           "    .ascii \" -export:" #name "\"\n"                        \
           "    .text\n")

LEAVES (leaves_int, "0xdeadbeeffffffffe");
LEAVES (leaves_zero, "0xdeadbeef00000000");
LEAVES (leaves_short, "0xdeadbeefdead8000");
LEAVES (leaves_char, "0xdeadbeefdeadbe81");
LEAVES (leaves_bool, "0xdeadbeefdeadbe01");
LEAVES (leaves_float, "0xdeadbeef3fc00000");

/* Call F with four narrow arguments in registers, two on the stack, and
   rubbish above them; return all of rax.  */
uint64_t call_with_rubbish (void *f);
__asm__ ("      .globl call_with_rubbish\n"
         "      .seh_proc call_with_rubbish\n"
         "call_with_rubbish:\n"
         "      subq    $0x38, %rsp\n   .seh_stackalloc 0x38\n"
         "      .seh_endprologue\n"
         "      movq    %rcx, %rax\n"
         "      movabsq $0xdeadbeeffffffff0, %rcx\n"
         "      movabsq $0xdeadbeefdeadfff1, %rdx\n"
         "      movabsq $0xdeadbeefdeadbef2, %r8\n"
         "      movabsq $0xdeadbeef00000003, %r9\n"
         "      movabsq $0xdeadbeef00000004, %r10\n"
         "      movq    %r10, 0x20(%rsp)\n"
         "      movabsq $0xdeadbeefdeadbe05, %r10\n"
         "      movq    %r10, 0x28(%rsp)\n"
         "      call    *%rax\n"
         "      addq    $0x38, %rsp\n"
         "      ret\n"
         "      .seh_endproc\n"
         "      .section .drectve\n"
         "      .ascii \" -export:call_with_rubbish\"\n"
         "      .text\n");
