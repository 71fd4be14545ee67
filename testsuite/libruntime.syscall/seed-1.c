/* A call's result and error are right though the stack moves during its
   callback (golang/go#10406).  */
/* { dg-do run } */
/* { dg-dll "seed-1-dll.c" } */

#include "syscall-test.h"

static void *cfunc, *callback;
static uint64_t moved;

static uintptr_t
called_back (uintptr_t n)
{
  uint64_t before = moves ();

  recurse (128);
  moved = moves () - before;
  return n;
}

static void
seed (void *arg)
{
  uintptr_t n = *(uintptr_t *) arg;
  struct rt_result r = rt_syscall (cfunc, 2, (uintptr_t) callback, n, 0);

  CHECK_EQ (r.r1, n);
  CHECK_EQ (r.err, 333);
}

int
main (void)
{
  uintptr_t n[] = { 100, (uintptr_t) -1 >> 24 };
  size_t i;

  cfunc = test_proc ("seed-1-dll.dll", "cfunc");
  callback = callback_new (called_back, "L(L)");
  for (i = 0; i < sizeof n / sizeof *n; i++)
    {
      moved = 0;
      on_fresh (seed, &n[i]);
      CHECK (moved > 0);
    }
  return 0;
}
