/* DllMain and TLS callbacks may be growable: they run on the thread's stack,
   start goroutines, and may call back at their first attachment.  Here the
   program is plain, and the DLL is the first to need the runtime.  */
/* { dg-do run } */
/* { dg-host "plain" } */
/* { dg-plain-sources "main-1-plain.c" } */
/* { dg-growable-dll "main-1-dll.c" } */
/* { dg-timeout 30 } */

#include "dll-test.h"

#define THREADS 20

void run_thread (void);

int
main (void)
{
  HMODULE dll;
  int come = 0, gone = 0;

  for (int i = 0; i < 3; i++)
    {
      dll = LoadLibraryA ("main-1-dll.dll");
      CHECK (dll != NULL);
      CHECK_EQ (PROC (dll, int (*) (void), "result") (), 500);
      for (int k = 0; k < THREADS; k++)
        run_thread ();
      PROC (dll, void (*) (int *, int *), "counts") (&come, &gone);
      CHECK (come >= THREADS);
      CHECK (gone >= THREADS);
      Sleep (20); /* The goroutine returns.  */
      CHECK (FreeLibrary (dll));
    }
  dll = LoadLibraryA ("main-1-dll.dll");
  CHECK (dll != NULL);
  return 0;
}
