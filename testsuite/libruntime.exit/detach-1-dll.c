/* Ends the process, and calls back in its last moments.  */

#include <stdlib.h>
#include <windows.h>

static void (*at_end) (void);

__declspec (dllexport) void
set_end (void (*function) (void))
{
  at_end = function;
}

static unsigned long WINAPI
thread_main (void *status)
{
  ExitProcess ((UINT) (uintptr_t) status);
}

/* ExitProcess on a thread that the runtime has never seen.  */
__declspec (dllexport) void
exit_elsewhere (int status)
{
  CloseHandle (CreateThread (NULL, 0, thread_main,
                             (void *) (uintptr_t) status, 0, NULL));
  Sleep (INFINITE);
}

BOOL WINAPI
DllMain (HINSTANCE dll, DWORD reason, LPVOID process_ends)
{
  (void) dll;
  if (reason == DLL_PROCESS_DETACH && process_ends && at_end)
    at_end ();
  return TRUE;
}
