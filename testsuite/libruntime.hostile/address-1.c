/* A segment of stack for which Windows commits no memory leaves the address
   space as it was: small ones, cut from an arena, and large ones.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */
/* { dg-skip "movestack" "there each check takes segments" } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "../libruntime.stack/stack-test.h"
#include "inject.h"

#define ALWAYS 1000000000
#define TRIES 5000

static void
run (void *arg)
{
  (void) arg;
}

/* How much address space of the process is in use.  */
static size_t
in_use (void)
{
  MEMORY_BASIC_INFORMATION i;
  size_t n = 0;
  char *at = NULL;

  while (VirtualQuery (at, &i, sizeof i) && (size_t) at < (size_t) 1 << 47)
    {
      if (i.State != MEM_FREE)
        n += i.RegionSize;
      at = (char *) i.BaseAddress + i.RegionSize;
    }
  return n;
}

static void
parked (void *arg)
{
  CHECK_EQ (rt_chan_recv (arg, NULL), RT_ECLOSED);
}

int
main (void)
{
  struct rt_chan *hold;
  size_t before;
  int i;

  CHECK_EQ (rt_chan_new (0, 0, &hold), 0);
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_go (parked, hold), 0);
  rt_gosched ();
  inject ("commit", 1, ALWAYS);
  CHECK_EQ (rt_go (run, NULL), RT_ENOMEM);
  before = in_use ();
  /* Each would take 16 KiB of the 4 MiB of an arena.  */
  for (i = 0; i < TRIES; i++)
    if (rt_go (run, NULL) != RT_ENOMEM)
      CHECK (!"refused");
  inject ("", 0, 0);
  CHECK_EQ (rt_go (run, NULL), 0);
  CHECK (in_use () - before < (size_t) 8 << 20);
  CHECK_EQ (rt_chan_close (hold), 0);
  return 0;
}
