/* Calls back with a last error.  */

#include "rt-test.h"

__declspec (dllexport) void
through_error (int (*f) (int))
{
  int i;

  for (i = 0; i < 6; i++)
    {
      SetLastError (100 + i);
      CHECK_EQ (f (i % 2), 100 + i);
      CHECK_EQ (GetLastError (), (unsigned long) (101 + i));
    }
}

static unsigned long
thread_main (void *f)
{
  through_error ((int (*) (int)) (uintptr_t) f);
  return 0;
}

__declspec (dllexport) void
thread_error (int (*f) (int))
{
  void *thread = CreateThread (NULL, 0, thread_main, (void *) (uintptr_t) f,
                               0, NULL);

  CHECK_EQ (WaitForSingleObject (thread, 30000), 0);
  CloseHandle (thread);
}
