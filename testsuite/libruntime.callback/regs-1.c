/* xmm6-15, all general registers, MXCSR, the x87 control word and the
   direction flag come back from a callback as they were, though it changes
   all of them, moves its stack and waits.  */
/* { dg-do run } */
/* { dg-dll "regs-1-dll.c" "link" } */

#include <float.h>

#include "cb-test.h"

__declspec (dllimport) void call_and_look (void (*f) (void), int down);
__declspec (dllimport) void thread_and_look (void (*f) (void));

static int wait;
static double sums[2];

/* Many doubles live over calls: they are in xmm6-15.  */
static double NOINLINE
use_vectors (double x)
{
  double a = x + 1, b = x + 2, c = x + 3, d = x + 4, e = x + 5, f = x + 6,
         g = x + 7, h = x + 8, i = x + 9, j = x + 10;
  int k;

  for (k = 0; k < 3; k++)
    {
      recurse (30 * k);
      a += b, b += c, c += d, d += e, e += f;
      f += g, g += h, h += i, i += j, j += a;
    }
  return a + b + c + d + e + f + g + h + i + j;
}

static void
called_back (void)
{
  uint32_t mxcsr = 0x9f80;              /* Flush to zero.  */
  uint16_t fcw = 0x037f;

  __asm__ volatile ("ldmxcsr %0" : : "m" (mxcsr));
  __asm__ volatile ("fldcw %0" : : "m" (fcw));
  sums[0] = use_vectors (0.5);
  if (wait)
    rt_sleep (MS);
  sums[1] = use_vectors (0.5);
  CHECK_EQ_DOUBLE (sums[0], sums[1]);
}

/* As code that keeps other rules than Win64's may leave them.  */
static void
smash (void)
{
  __asm__ volatile ("pcmpeqd %xmm6, %xmm6\n\tpcmpeqd %xmm7, %xmm7\n\t"
                    "pcmpeqd %xmm8, %xmm8\n\tpcmpeqd %xmm9, %xmm9\n\t"
                    "pcmpeqd %xmm10, %xmm10\n\tpcmpeqd %xmm11, %xmm11\n\t"
                    "pcmpeqd %xmm12, %xmm12\n\tpcmpeqd %xmm13, %xmm13\n\t"
                    "pcmpeqd %xmm14, %xmm14\n\tpcmpeqd %xmm15, %xmm15\n\t"
                    "xorl %r12d, %r12d\n\txorl %r13d, %r13d\n\t"
                    "xorl %r14d, %r14d\n\txorl %r15d, %r15d\n");
}

/* What the direction flag must be for compiled code.  */
static void
direction (void)
{
  uint64_t flags;

  __asm__ volatile ("pushfq\n\tpopq %0" : "=r" (flags));
  CHECK_EQ (flags & 0x400, 0);
}

int
main (void)
{
  void (*f) (void) = callback_new (called_back, "v()");

  call_and_look (callback_new (direction, "v()"), 1);
  call_and_look (callback_new (smash, "v()"), 0);
  thread_and_look (callback_new (smash, "v()"));
  for (wait = 0; wait < 2; wait++)
    {
      call_and_look (f, 0);
      call_and_look (f, 1);
      thread_and_look (f);
    }
  return 0;
}
