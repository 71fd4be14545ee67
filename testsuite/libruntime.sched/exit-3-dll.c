/* Calls back when the process ends.  */

#include <stdlib.h>
#include <windows.h>

static int (*at_end) (int);

__declspec (dllexport) void
set_end (int (*function) (int))
{
  at_end = function;
}

/* End the process once *FLAG is set.  */
__declspec (dllexport) void
exit_when (volatile int *flag, int status)
{
  while (!*flag)
    Sleep (10);
  exit (status);
}

BOOL WINAPI
DllMain (HINSTANCE dll, DWORD reason, LPVOID process_ends)
{
  (void) dll;
  if (reason == DLL_PROCESS_DETACH && process_ends && at_end)
    at_end (7);
  return TRUE;
}
