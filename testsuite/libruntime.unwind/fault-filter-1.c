/* The program's unhandled exception filter may repair a fault of growable
   code, and it goes on where it was; here a thousand times, on a stack that
   moves.  */
/* { dg-do run } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "rt.h"

static volatile int count;

/* Skips "movl (%rcx), %eax", two bytes, giving 7.  */
static LONG WINAPI
filter (EXCEPTION_POINTERS *info)
{
  if (info->ExceptionRecord->ExceptionCode != EXCEPTION_ACCESS_VIOLATION
      || info->ContextRecord->Rcx != 16)
    return EXCEPTION_CONTINUE_SEARCH;
  count++;
  info->ContextRecord->Rax = 7;
  info->ContextRecord->Rip += 2;
  return EXCEPTION_CONTINUE_EXECUTION;
}

static int __attribute__ ((noinline))
load (void)
{
  int value;

  __asm__ volatile ("movl\t(%%rcx), %%eax" : "=a" (value) : "c" (16));
  return value;
}

static int __attribute__ ((noinline))
deep (int n, volatile int *up)
{
  volatile int here = load ();

  CHECK_EQ (here, 7);
  if (n > 0)
    here += deep (n - 1, &here);
  *up += 1;
  return here;
}

int
main (void)
{
  volatile int sum = 0;

  SetUnhandledExceptionFilter (filter);
  CHECK_EQ (deep (999, &sum), 7 * 1000 + 999);
  CHECK_EQ (count, 1000);
  CHECK_EQ (sum, 1);
  return 0;
}
