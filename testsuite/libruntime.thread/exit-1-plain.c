/* Threads that come and go, and call back, until the process ends.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"

static int (*callback) (int);
static int (*growable) (int);

static DWORD WINAPI
short_main (void *arg)
{
  int n = (int) (intptr_t) arg;

  CHECK_EQ (callback (n), n + 1);
  CHECK_EQ (growable (n), n + 1);
  if (n % 2)
    ExitThread (0);
  return 0;
}

static DWORD WINAPI
maker_main (void *arg)
{
  int n;

  (void) arg;
  for (n = 0;; n++)
    {
      HANDLE thread = CreateThread (NULL, 0x20000, short_main,
                                    (void *) (intptr_t) n,
                                    STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);

      if (thread == NULL)
        break;          /* The process ends.  */
      if (n % 3 == 0)
        WaitForSingleObject (thread, INFINITE);
      CloseHandle (thread);
    }
  return 0;
}

void
make_threads (int (*called_back) (int), int (*function) (int))
{
  int i;

  callback = called_back;
  growable = function;
  for (i = 0; i < 2; i++)
    CloseHandle (CreateThread (NULL, 0, maker_main, NULL, 0, NULL));
}
