/* A growable DLL is loaded and unloaded a hundred times, and used each time;
   handles and memory do not grow.  With an archive of its own it stays, once
   it has been loaded.  */
/* { dg-do run } */
/* { dg-host "plain" } */
/* { dg-growable-dll "load-1-dll.c" } */
/* { dg-timeout 30 } */

#include "dll-test.h"
#include "usage.h"

#define ROUNDS 100
#define SETTLED 30
#define MEMORY ((size_t) 1 << 20)
#define BLOCKS 20
#define HANDLES 2

/* How many blocks of the process's heap are in use, where the runtime's
   small ones are.  */
static int
heap_blocks (void)
{
  HANDLE heap = GetProcessHeap ();
  PROCESS_HEAP_ENTRY entry = { .lpData = NULL };
  int n = 0;

  CHECK (HeapLock (heap));
  while (HeapWalk (heap, &entry))
    n += (entry.wFlags & PROCESS_HEAP_ENTRY_BUSY) != 0;
  CHECK_EQ (GetLastError (), ERROR_NO_MORE_ITEMS);
  CHECK (HeapUnlock (heap));
  return n;
}

int
main (void)
{
  unsigned long handles_before = 0;
  int blocks_before = 0;
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
      if (i == SETTLED)
        {
          handles_before = handles ();
          blocks_before = heap_blocks ();
          before = committed ();
        }
    }
  CHECK (handles () <= handles_before + HANDLES);
  CHECK (heap_blocks () < blocks_before + BLOCKS);
  CHECK (committed () < before + MEMORY);
  return 0;
}
