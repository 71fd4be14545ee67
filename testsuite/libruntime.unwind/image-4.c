/* A growable DLL is loaded where another one was, with other frames: what is
   remembered of the first one's code does not count for the second's.  */
/* { dg-do run } */
/* { dg-growable-dll "image-4-dll.c" "" "-Wl,--image-base=0x6f1000000,--disable-dynamicbase" } */
/* { dg-growable-dll "image-4-other-dll.c" "" "-Wl,--image-base=0x6f1000000,--disable-dynamicbase" } */

#include "rt-test.h"
#include "rt.h"

static int (*dll_down) (int, int (*) (int));

static int
down (int n)
{
  return n > 0 ? dll_down (n - 1, down) : 0;
}

/* N frames deep in the DLL; returns where its function is.  */
static uintptr_t
once (const char *name, int n)
{
  struct rt_stackinfo before, after;
  void *dll = LoadLibraryA (name);

  CHECK (dll != NULL);
  dll_down = (int (*) (int, int (*) (int))) GetProcAddress (dll, "dll_down");
  CHECK_EQ (rt_stackinfo (&before), 0);
  CHECK_EQ (down (n), n);
  CHECK_EQ (rt_stackinfo (&after), 0);
  CHECK (after.moves > before.moves);
  CHECK_EQ (after.chains, 0);
  CHECK (FreeLibrary (dll));
  return (uintptr_t) dll_down;
}

int
main (void)
{
  uintptr_t first = once ("image-4-other-dll.dll", 100);

  CHECK_EQ (once ("image-4-dll.dll", 1000), first);
  CHECK_EQ (once ("image-4-other-dll.dll", 5000), first);
  return 0;
}
