/* A fault handler declines, the unhandled exception filter repairs, and the
   function goes on with all its registers; so it does when the handler is
   taken away.  */
/* { dg-do run } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "fault-test.h"

static volatile int handled, filtered;

static void
handler (const struct rt_fault *fault)
{
  CHECK_EQ (fault->code, EXCEPTION_ACCESS_VIOLATION);
  CHECK (fault->address == (void *) 16);
  CHECK_EQ (deep (100, 1, 2, 3, 4, 5), 115);
  rt_gosched ();
  handled++;
}

/* Skips "movl (%rcx), %eax", two bytes, giving 7.  */
static LONG WINAPI
filter (EXCEPTION_POINTERS *info)
{
  if (info->ExceptionRecord->ExceptionCode != EXCEPTION_ACCESS_VIOLATION
      || info->ContextRecord->Rcx != 16)
    return EXCEPTION_CONTINUE_SEARCH;
  filtered++;
  info->ContextRecord->Rax = 7;
  info->ContextRecord->Rip += 2;
  return EXCEPTION_CONTINUE_EXECUTION;
}

/* Volatile registers are kept, too.  */
static int NOINLINE
load (void)
{
  int value;
  uint64_t r8, r9, r11, rdx;

  __asm__ volatile ("movl\t$8, %%r8d\n\tmovl\t$9, %%r9d\n\t"
                    "movl\t$11, %%r11d\n\tmovl\t$2, %%edx\n\t"
                    "movl\t(%%rcx), %%eax\n\t"
                    "movq\t%%r8, %1\n\tmovq\t%%r9, %2\n\tmovq\t%%r11, %3\n\t"
                    "movq\t%%rdx, %4"
                    : "=&a" (value), "=m" (r8), "=m" (r9), "=m" (r11),
                      "=m" (rdx)
                    : "c" (16)
                    : "r8", "r9", "r11", "rdx");
  CHECK_EQ (r8, 8);
  CHECK_EQ (r9, 9);
  CHECK_EQ (r11, 11);
  CHECK_EQ (rdx, 2);
  return value;
}

static int NOINLINE
loads (int n, volatile int *up)
{
  volatile int here = load ();

  CHECK_EQ (here, 7);
  if (n > 0)
    here += loads (n - 1, &here);
  *up += 1;
  return here;
}

int
main (void)
{
  volatile int sum = 0;
  size_t size;

  SetUnhandledExceptionFilter (filter);
  CHECK_EQ (rt_fault_handler (handler), 0);
  CHECK_EQ (loads (499, &sum), 7 * 500 + 499);
  size = info ().data_size;
  for (int i = 0; i < 500; i++)
    CHECK_EQ (load (), 7);
  CHECK_EQ (info ().data_size, size);
  CHECK_EQ (handled, 1000);
  CHECK_EQ (rt_fault_handler (NULL), 0);
  CHECK_EQ (loads (99, &sum), 7 * 100 + 99);
  CHECK_EQ (handled, 1000);
  CHECK_EQ (filtered, 1100);
  CHECK_EQ (sum, 2);
  whole ();
  return 0;
}
