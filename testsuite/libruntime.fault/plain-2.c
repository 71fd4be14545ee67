/* A fault in a DLL that a goroutine calls comes to vectored handlers, then to
   the unhandled exception filter, with the DLL's registers; the fault handler
   has no part in it.  */
/* { dg-do run } */
/* { dg-dll "plain-2-dll.c" } */
/* { dg-should-fail 7 } */
/* { dg-match "^vectored, then filter: c0000005 writing 10 in the DLL$" } */
/* { dg-no-match "libruntime: " } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <stdio.h>

#include "fault-test.h"

static char *crash;
static volatile int vectored;

static LONG WINAPI
first (EXCEPTION_POINTERS *info)
{
  if (info->ExceptionRecord->ExceptionCode == EXCEPTION_ACCESS_VIOLATION)
    vectored++;
  return EXCEPTION_CONTINUE_SEARCH;
}

static LONG WINAPI
filter (EXCEPTION_POINTERS *info)
{
  const EXCEPTION_RECORD *record = info->ExceptionRecord;
  const char *pc = (const char *) info->ContextRecord->Rip;

  printf ("%s, then filter: %lx %s %lx %s\n",
          vectored == 1 ? "vectored" : "not vectored", record->ExceptionCode,
          record->ExceptionInformation[0] == 1 ? "writing" : "not writing",
          (unsigned long) record->ExceptionInformation[1],
          pc >= crash && pc < crash + 100 ? "in the DLL" : "elsewhere");
  fflush (stdout);
  ExitProcess (7);
}

static void
handler (const struct rt_fault *fault)
{
  (void) fault;
  printf ("fault handler\n");
}

static void
call (void *arg)
{
  rt_syscall (crash, 1, (uintptr_t) arg, 0, 0);
}

int
main (void)
{
  crash = (char *) test_proc ("plain-2-dll.dll", "crash");
  AddVectoredExceptionHandler (TRUE, first);
  SetUnhandledExceptionFilter (filter);
  CHECK_EQ (rt_fault_handler (handler), 0);
  on_fresh (call, (void *) 16);
  return 0;
}
