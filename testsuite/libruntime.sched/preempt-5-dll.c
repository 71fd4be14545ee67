/* Plain code that ends the process, and calls back when all threads but its
   own are gone.  */

#include <windows.h>
#include <stdlib.h>

#include "rt-test.h"

static int (*last_words) (int);

__declspec (dllexport) void compute_and_exit (int (*) (int));

/* Compute for a while, then exit.  */
void
compute_and_exit (int (*fn) (int))
{
  DWORD start = GetTickCount ();

  last_words = fn;
  while (GetTickCount () - start < 200)
    ;
  exit (0);
}

BOOL WINAPI
DllMain (HINSTANCE instance, DWORD reason, LPVOID reserved)
{
  (void) instance;
  if (reason == DLL_PROCESS_DETACH && reserved && last_words
      && last_words (100) == 100)
    {
      DWORD n;

      WriteFile (GetStdHandle (STD_OUTPUT_HANDLE), "last words\n", 11, &n,
                 NULL);
    }
  return TRUE;
}
