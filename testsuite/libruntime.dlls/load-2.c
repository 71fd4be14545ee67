/* Goroutines load and unload growable DLLs at the same time, a hundred times
   in all, and call them on their own stacks, which move.  */
/* { dg-do run } */
/* { dg-growable-dll "load-2-dll.c" } */
/* { dg-env "RT_MAXPROCS=4" } */
/* { dg-timeout 30 } */

#include "dll-test.h"
#include "rt.h"

#define LOADERS 4
#define ROUNDS 25

static struct rt_waitgroup running;

static void
loader (void *arg)
{
  struct rt_stackinfo info;
  char name[] = "load-2-copy-0.dll";

  name[12] = (char) ('0' + (int) (intptr_t) arg);
  CHECK (CopyFileA ("load-2-dll.dll", name, FALSE));
  for (int i = 0; i < ROUNDS; i++)
    {
      HMODULE dll = LoadLibraryA (name);

      CHECK (dll != NULL);
      CHECK_EQ (PROC (dll, int (*) (int), "length") (120), 7260);
      CHECK (FreeLibrary (dll));
    }
  CHECK_EQ (rt_stackinfo (&info), 0);
  CHECK (info.moves > 0);
  CHECK_EQ (info.chains, 0);
  CHECK (DeleteFileA (name));
  CHECK_EQ (rt_waitgroup_done (&running), 0);
}

int
main (void)
{
  CHECK_EQ (rt_waitgroup_add (&running, LOADERS), 0);
  for (int i = 0; i < LOADERS; i++)
    CHECK_EQ (rt_go (loader, (void *) (intptr_t) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&running), 0);
  return 0;
}
