/* A thread of the program's own.  */

#include "dll-test.h"

void run_thread (void);

static unsigned long WINAPI
thread_main (void *arg)
{
  (void) arg;
  return 5;
}

void
run_thread (void)
{
  HANDLE thread = CreateThread (NULL, 0, thread_main, NULL, 0, NULL);
  DWORD status;

  CHECK (thread != NULL);
  CHECK_EQ (WaitForSingleObject (thread, INFINITE), 0);
  CHECK (GetExitCodeThread (thread, &status));
  CHECK_EQ (status, 5);
  CloseHandle (thread);
}
