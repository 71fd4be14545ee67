/* A vectored handler that skips the load from nowhere.  */

#include <windows.h>

#include "rt-test.h"

void watch (void);
int faults (void);

extern volatile int *const nowhere;
volatile int *const nowhere = (volatile int *) 0x10;

static int count;

static LONG CALLBACK
handler (EXCEPTION_POINTERS *info)
{
  if (info->ExceptionRecord->ExceptionCode != EXCEPTION_ACCESS_VIOLATION
      || info->ExceptionRecord->ExceptionInformation[1] != 0x10)
    return EXCEPTION_CONTINUE_SEARCH;
  count++;
  info->ContextRecord->Rip += 2;        /* movl (%rcx), %eax */
  return EXCEPTION_CONTINUE_EXECUTION;
}

void
watch (void)
{
  CHECK (AddVectoredExceptionHandler (1, handler) != NULL);
}

int
faults (void)
{
  return count;
}
