/* RaiseException is plain code, also when growable code calls it: vectored
   handlers and the unhandled exception filter see it, and may continue it;
   the fault handler has no part in it, nor has a report.  What nobody handles
   ends the process with its code.  */
/* { dg-do run } */
/* { dg-should-fail 52 } */
/* { dg-match "^continued 2, filtered 2$" } */
/* { dg-no-match "libruntime: " } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <stdio.h>

#include "fault-test.h"

#define MINE 0xe0001234 /* Of which 52 is the lowest byte.  */

static volatile int filtered, continued;

static LONG WINAPI
filter (EXCEPTION_POINTERS *info)
{
  DWORD code = info->ExceptionRecord->ExceptionCode;

  if ((code != MINE && code != EXCEPTION_ACCESS_VIOLATION) || filtered == 2)
    return EXCEPTION_CONTINUE_SEARCH;
  filtered++;
  return EXCEPTION_CONTINUE_EXECUTION;
}

static void
handler (const struct rt_fault *fault)
{
  (void) fault;
  printf ("fault handler\n");
}

static void
raise_it (void *arg)
{
  const ULONG_PTR information[] = { 0, 16 };

  (void) arg;
  RaiseException (MINE, 0, 0, NULL);
  continued++;
  RaiseException (EXCEPTION_ACCESS_VIOLATION, 0, 2, information);
  continued++;
  whole ();
}

int
main (void)
{
  SetUnhandledExceptionFilter (filter);
  CHECK_EQ (rt_fault_handler (handler), 0);
  on_fresh (raise_it, NULL);
  printf ("continued %d, filtered %d\n", continued, filtered);
  fflush (stdout);
  RaiseException (MINE, 0, 0, NULL);
  printf ("went on\n");
  return 0;
}
