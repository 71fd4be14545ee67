/* A plain program loads a DLL that works with goroutines: any thread of the
   program may call it, its callbacks run on goroutines of those threads, and
   main's return ends the process, whatever the DLL's goroutines do.  The error
   mode stays the program's.  */
/* { dg-do run } */
/* { dg-host "plain" } */
/* { dg-growable-dll "host-1-dll.c" } */
/* { dg-env "RT_MAXPROCS=3" } */
/* { dg-timeout 30 } */

#include "dll-test.h"

#define THREADS 6
#define CALLS 20

static int (*successor) (int);
static volatile LONG calling = THREADS;

static unsigned long WINAPI
thread_main (void *arg)
{
  int id = (int) (intptr_t) arg;

  for (int i = 0; i < CALLS; i++)
    CHECK_EQ (successor (id * 10 + i), id * 10 + i + 1);
  /* More threads than p's: none may keep one.  */
  InterlockedDecrement (&calling);
  while (calling > 0)
    Sleep (1);
  CHECK (on_system_stack ());
  return 0;
}

int
main (void)
{
  UINT mode = GetErrorMode ();
  HMODULE dll = LoadLibraryA ("host-1-dll.dll");
  HANDLE threads[THREADS];

  CHECK (dll != NULL);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (PROC (dll, int (*) (int), "add_up") (200), 20100);
  successor = (int (*) (int)) PROC (dll, void *(*) (void), "successor") ();
  CHECK_EQ (successor (100), 101);
  for (int i = 0; i < THREADS; i++)
    threads[i] = CreateThread (NULL, 0, thread_main, (void *) (intptr_t) i, 0,
                               NULL);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (WaitForSingleObject (threads[i], 60000), 0);
  CHECK_EQ (PROC (dll, int (*) (void), "count") (), THREADS * CALLS + 1);
  PROC (dll, void (*) (void), "keep_going") ();
  Sleep (20);
  CHECK_EQ (GetErrorMode (), mode);
  return 0;
}
