/* Threads that plain code makes, and the ways in which they end.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <process.h>

#include "rt-test.h"
#include "thread-test.h"

#define AT_ONCE 16

static int (*callback) (int);
static int (*growable) (int);

static unsigned __stdcall
thread_main (void *arg)
{
  int way = (int) (intptr_t) arg;

  if (way != GROWABLE)
    CHECK_EQ (callback (way), way + 1);
  if (way == GROWABLE || way == BOTH)
    CHECK_EQ (growable (way), way + 2);
  switch (way)
    {
    case EXITTHREAD:
      ExitThread (way);
    case ENDTHREADEX:
      _endthreadex (way);
    case FREELIBRARY:
      FreeLibraryAndExitThread (LoadLibraryA ("kernel32.dll"), way);
    default:
      break;
    }
  return way;
}

static HANDLE
start (int way)
{
  void *arg = (void *) (intptr_t) way;

  if (way == ENDTHREADEX)
    return (HANDLE) _beginthreadex (NULL, 0x10000, thread_main, arg,
                                    STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
  return CreateThread (NULL, 0x10000, (LPTHREAD_START_ROUTINE) thread_main,
                       arg, STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
}

void
run_threads (int first, int last, int count, int (*called_back) (int),
             int (*function) (int))
{
  HANDLE thread[AT_ONCE];
  DWORD status;
  int i, n, way = first;

  callback = called_back;
  growable = function;
  while (count > 0)
    {
      int from = way;

      for (n = 0; n < AT_ONCE && count > 0; n++, count--)
        {
          thread[n] = start (way);
          CHECK (thread[n] != NULL);
          way = way == last ? first : way + 1;
        }
      for (i = 0; i < n; i++)
        {
          CHECK_EQ (WaitForSingleObject (thread[i], 60000), WAIT_OBJECT_0);
          CHECK (GetExitCodeThread (thread[i], &status));
          CHECK_EQ (status, (DWORD) from);
          CloseHandle (thread[i]);
          from = from == last ? first : from + 1;
        }
    }
}
