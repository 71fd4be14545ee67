/* A DllMain that is the first to need the runtime, or the second.  */

#include <windows.h>

BOOL WINAPI
DllMain (HINSTANCE dll, DWORD reason, LPVOID reserved)
{
  typedef unsigned int new_fn (void *, const char *, void **);
  HMODULE runtime = GetModuleHandleA ("libruntime-1.dll");
  HANDLE event = OpenEventA (EVENT_ALL_ACCESS, FALSE, "libruntime init-1");
  void *callback;

  (void) dll;
  (void) reserved;
  if (reason != DLL_PROCESS_ATTACH)
    return TRUE;
  SetEvent (event);
  CloseHandle (event);
  /* Now the other thread waits for the lock that this one holds.  */
  Sleep (300);
  return ((new_fn *) (void *) GetProcAddress (runtime, "rt_callback_new")) (
             (void *) DllMain, "i(pip)", &callback)
         == 0;
}
