/* Takes all of the first 64 TLS slots, and more, before anybody else.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"

static DWORD last;

BOOL WINAPI
DllMain (HINSTANCE dll, DWORD reason, LPVOID unused)
{
  (void) dll;
  (void) unused;
  if (reason == DLL_PROCESS_ATTACH)
    while (last < 70)
      {
        last = TlsAlloc ();
        CHECK (last != TLS_OUT_OF_INDEXES);
      }
  return TRUE;
}

__declspec (dllexport) int
last_slot (void)
{
  return last;
}

static DWORD WINAPI
thread_main (void *f)
{
  return ((int (*) (int)) f) (5);
}

/* What F (5) gives on a new thread.  */
__declspec (dllexport) int
on_thread (int (*f) (int))
{
  HANDLE thread = CreateThread (NULL, 0, thread_main, (void *) f, 0, NULL);
  DWORD status;

  CHECK_EQ (WaitForSingleObject (thread, 30000), WAIT_OBJECT_0);
  CHECK (GetExitCodeThread (thread, &status));
  CloseHandle (thread);
  return (int) status;
}
