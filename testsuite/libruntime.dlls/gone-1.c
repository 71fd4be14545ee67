/* A callback of a DLL that has been unloaded ends the process with a message,
   and may be given back before.  */
/* { dg-do run } */
/* { dg-host "plain" } */
/* { dg-growable-dll "gone-1-dll.c" } */
/* { dg-skip "static" "a DLL with an archive of its own stays" } */
/* { dg-should-fail 3 } */
/* { dg-match "^before: 2 3 0$" } */
/* { dg-match "fatal error: Windows called a callback of a DLL that has been unloaded$" } */

#include <stdio.h>

#include "dll-test.h"

int
main (void)
{
  HMODULE dll = LoadLibraryA ("gone-1-dll.dll");
  HMODULE runtime = GetModuleHandleA ("libruntime-1.dll");
  int (*first) (int) = (int (*) (int)) PROC (dll, void *(*) (void),
                                             "successor") ();
  int (*second) (int) = (int (*) (int)) PROC (dll, void *(*) (void),
                                              "successor") ();

  printf ("before: %d %d ", first (1), second (2));
  CHECK (FreeLibrary (dll));
  CHECK (GetModuleHandleA ("gone-1-dll.dll") == NULL);
  printf ("%u\n", PROC (runtime, unsigned int (*) (void *),
                        "rt_callback_free") ((void *) first));
  fflush (stdout);
  return second (1);
}
