/* From a fault handler a walk goes on through the function that faulted: that
   of a traceback, and Windows' own, with its registers.  */
/* { dg-do run } */
/* { dg-plain-sources "handler-8-plain.c" } */
/* { dg-should-fail 3 } */
/* { dg-match "^frames: handler faults 1234 descend main$" } */
/* { dg-match "\n  handler\\+0x\[^\n\]*\n  faults\\+0x\[^\n\]*\n  descend\\+0x" } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "fault-test.h"

struct named
{
  const char *name;
  const void *at;
};

/* handler-8-plain.c  */
void plain_walk (CONTEXT *context, const struct named *names);

static CONTEXT context;
int main (void);

static void NOINLINE
faults (void *arg)
{
  __asm__ volatile ("movl\t$0x1234, %%ebx\n\tmovl\t(%0), %%eax"
                    : : "r" (arg) : "rbx", "rax");
}

static void
handler (const struct rt_fault *fault)
{
  const struct named names[] = { { "handler", handler }, { "faults", faults },
                                 { "descend", descend }, { "main", main },
                                 { NULL, NULL } };

  (void) fault;
  /* Nothing moves before the walk: its function is plain.  */
  __asm__ volatile ("leaq\t0(%%rip), %%rax\n\tmovq\t%%rax, %0\n\t"
                    "movq\t%%rsp, %1\n\tmovq\t%%rbp, %2\n\t"
                    "movq\t%%rbx, %3\n\tmovq\t%%rsi, %4\n\t"
                    "movq\t%%rdi, %5\n\tmovq\t%%r12, %6\n\t"
                    "movq\t%%r13, %7\n\tmovq\t%%r14, %8\n\t"
                    "movq\t%%r15, %9"
                    : "=m" (context.Rip), "=m" (context.Rsp),
                      "=m" (context.Rbp), "=m" (context.Rbx),
                      "=m" (context.Rsi), "=m" (context.Rdi),
                      "=m" (context.R12), "=m" (context.R13),
                      "=m" (context.R14), "=m" (context.R15)
                    : : "rax");
  plain_walk (&context, names);
  abort ();
}

int
main (void)
{
  volatile int n = 1;

  CHECK_EQ (rt_fault_handler (handler), 0);
  return descend (20, faults, (void *) 8) + n;
}
