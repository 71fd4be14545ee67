/* Two DLLs that share libruntime-1.dll, in a plain program: their functions
   are on one control stack by turns, which moves, and they hand each other
   channels.  When both have gone, the runtime is still there, and they may
   come again.  */
/* { dg-do run } */
/* { dg-host "plain" } */
/* { dg-growable-dll "host-2-other-dll.c" } */
/* { dg-growable-dll "host-2-dll.c" "" "host-2-other-dll.dll" } */
/* { dg-skip "static" "two runtimes have nothing to hand each other" } */
/* { dg-timeout 30 } */

#include "dll-test.h"

/* Wait until no goroutine is left, which may be about to return.  */
static void
wait_for_goroutines (void)
{
  HMODULE runtime = GetModuleHandleA ("libruntime-1.dll");

  while (PROC (runtime, unsigned int (*) (void), "rt_numgoroutine") () > 0)
    Sleep (1);
}

int
main (void)
{
  for (int i = 0; i < 5; i++)
    {
      HMODULE dll = LoadLibraryA ("host-2-dll.dll");

      CHECK (dll != NULL);
      CHECK_EQ (PROC (dll, int (*) (void), "sum_of_squares") (), 338350);
      wait_for_goroutines ();
      CHECK (FreeLibrary (dll));
      CHECK (GetModuleHandleA ("host-2-dll.dll") == NULL);
      CHECK (GetModuleHandleA ("host-2-other-dll.dll") == NULL);
      CHECK (GetModuleHandleA ("libruntime-1.dll") != NULL);
    }
  return 0;
}
