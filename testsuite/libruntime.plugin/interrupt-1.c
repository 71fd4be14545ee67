/* An interrupt handler has no check: there is no return address above its
   frame, and what is there must be where the processor put it.  */
/* { dg-do run } */

#include "plugin-test.h"

/* What the processor pushes.  */
struct interrupted
{
  uint64_t ip, cs, flags, sp, ss;
};

static volatile uint64_t seen_ip, seen_sum;

static NOINLINE uint64_t
sum (uint64_t n)
{
  return n ? n + sum (n - 1) : 0;
}

/* Without optimisation GCC puts FRAME in a home area that is not there.  */
__attribute__ ((interrupt, used, target ("general-regs-only"),
                optimize ("O2"))) void
handler (struct interrupted *frame)
{
  seen_ip = frame->ip;
  seen_sum = sum (1000);
}

/* As the processor would enter it.  */
static NOINLINE uint64_t
interrupt (void)
{
  uint64_t ip;

  __asm__ volatile ("movq %%rsp, %%rax\n\t"
                    "movl %%ss, %%ecx\n\t"
                    "pushq %%rcx\n\t"
                    "pushq %%rax\n\t"
                    "pushfq\n\t"
                    "movl %%cs, %%ecx\n\t"
                    "pushq %%rcx\n\t"
                    "leaq 1f(%%rip), %%rcx\n\t"
                    "pushq %%rcx\n\t"
                    "jmp handler\n"
                    "1:\tmovq %%rcx, %0"
                    : "=m"(ip)
                    :
                    : "rax", "rcx", "cc", "memory");
  return ip;
}

int
main (void)
{
  uint64_t ip = interrupt ();

  CHECK_EQ (seen_ip, ip);
  CHECK_EQ (seen_sum, 500500);
  return 0;
}
