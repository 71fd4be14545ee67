/* A goroutine that is in a call of Windows when its DLL is unloaded ends the
   process when it goes on, with a message that says so.  */
/* { dg-do run } */
/* { dg-host "plain" } */
/* { dg-growable-dll "gone-1-dll.c" } */
/* { dg-skip "static" "a DLL with an archive of its own stays" } */
/* { dg-should-fail 2 } */
/* { dg-match "^libruntime: access violation \[a-z\]+ 0x\[0-9a-f\]+ at pc 0x\[0-9a-f\]+, in gone-1-dll.dll, which has been unloaded$" } */

#include "dll-test.h"

int
main (void)
{
  HMODULE dll = LoadLibraryA ("gone-1-dll.dll");

  CHECK (dll != NULL);
  PROC (dll, void (*) (int), "start") (1);
  CHECK (FreeLibrary (dll));
  CHECK (GetModuleHandleA ("gone-1-dll.dll") == NULL);
  Sleep (5000);
  return 0;
}
