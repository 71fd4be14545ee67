/* A DLL that does not want to be loaded, unless the variable MAIN_3 is set;
   with growable code, and calls of plain code.  */

#include <windows.h>

#include "rt.h"

__declspec (dllexport) int
length (const char *s)
{
  return lstrlenA (s);
}

BOOL WINAPI
DllMain (HINSTANCE dll, DWORD reason, LPVOID reserved)
{
  (void) dll;
  (void) reserved;
  return reason != DLL_PROCESS_ATTACH
         || GetEnvironmentVariableA ("MAIN_3", NULL, 0) > 0;
}
