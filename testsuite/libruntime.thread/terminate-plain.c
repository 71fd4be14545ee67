/* A thread that is terminated.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "thread-test.h"

volatile int returned, terminated;

static int (*called) (int);
static HANDLE thread;
static volatile int *wait_for;

static DWORD WINAPI
thread_main (void *arg)
{
  called ((int) (intptr_t) arg);
  returned = 1;
  Sleep (INFINITE);
  return 0;
}

static DWORD WINAPI
terminator (void *ms)
{
  DWORD status;

  while (!*wait_for)
    Sleep (1);
  Sleep ((DWORD) (uintptr_t) ms);
  CHECK (TerminateThread (thread, 17));
  CHECK_EQ (WaitForSingleObject (thread, 10000), 0);
  CHECK (GetExitCodeThread (thread, &status));
  CHECK_EQ (status, 17);
  CloseHandle (thread);
  terminated = 1;
  return 0;
}

static HANDLE
make (LPTHREAD_START_ROUTINE fn, void *arg)
{
  HANDLE made = CreateThread (NULL, 0x20000, fn, arg,
                              STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);

  CHECK (made != NULL);
  return made;
}

void
start_and_terminate (int (*callback) (int), int arg, volatile int *flag,
                     unsigned int ms)
{
  called = callback;
  wait_for = flag;
  returned = terminated = 0;
  thread = make (thread_main, (void *) (intptr_t) arg);
  CloseHandle (make (terminator, (void *) (uintptr_t) ms));
}
