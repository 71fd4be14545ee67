/* A growable DLL is loaded and unloaded a hundred times, and used each time;
   handles and memory do not grow.  With an archive of its own it stays, once
   it has been loaded.  */
/* { dg-do run } */
/* { dg-host "plain" } */
/* { dg-growable-dll "load-1-dll.c" } */
/* { dg-timeout 30 } */

#include "dll-test.h"

#include <psapi.h>

#define ROUNDS 100
#define SETTLED 30

static size_t
committed (void)
{
  PROCESS_MEMORY_COUNTERS counters;

  CHECK (K32GetProcessMemoryInfo (GetCurrentProcess (), &counters,
                                  sizeof counters));
  return counters.PagefileUsage;
}

int
main (void)
{
  DWORD handles, before_handles = 0;
  size_t before = 0;
  int stays = 0, uses;

  for (int i = 0; i < ROUNDS; i++)
    {
      HMODULE dll = LoadLibraryA ("load-1-dll.dll");

      CHECK (dll != NULL);
      uses = PROC (dll, int (*) (void), "use") ();
      CHECK (FreeLibrary (dll));
      stays = GetModuleHandleA ("libruntime-1.dll") == NULL;
      CHECK_EQ (GetModuleHandleA ("load-1-dll.dll") == NULL, !stays);
      CHECK_EQ (uses, stays ? i + 1 : 1);
      CHECK (GetProcessHandleCount (GetCurrentProcess (), &handles));
      if (i == SETTLED)
        {
          before_handles = handles;
          before = committed ();
        }
    }
  CHECK (handles <= before_handles + 2);
  CHECK (committed () < before + ((size_t) 1 << 20));
  return 0;
}
