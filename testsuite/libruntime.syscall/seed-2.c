/* Calls nested three deep by callbacks, each with its own result and error,
   on a stack that moves at each level.  */
/* { dg-do run } */
/* { dg-dll "seed-2-dll.c" } */

#include "syscall-test.h"

static void *cfunc;
static void *callbacks[3];
static uint64_t moved[3];

static uintptr_t
level (int k, uintptr_t n)
{
  uint64_t before = moves ();

  if (k < 2)
    {
      struct rt_result r = rt_syscall (cfunc, 3, (uintptr_t) callbacks[k + 1],
                                       n + 1, (uintptr_t) (100 + k));

      CHECK_EQ (r.r1, (n + 1) * 3);
      CHECK_EQ (r.err, (uint32_t) (100 + k));
    }
  recurse (128 << k);
  moved[k] = moves () - before;
  return n * 3;
}

static uintptr_t
level0 (uintptr_t n)
{
  return level (0, n);
}

static uintptr_t
level1 (uintptr_t n)
{
  return level (1, n);
}

static uintptr_t
level2 (uintptr_t n)
{
  return level (2, n);
}

static void
nest (void *arg)
{
  uintptr_t n = (uintptr_t) arg;
  struct rt_result r = rt_syscall (cfunc, 3, (uintptr_t) callbacks[0], n, 99);

  CHECK_EQ (r.r1, n * 3);
  CHECK_EQ (r.err, 99);
}

int
main (void)
{
  cfunc = test_proc ("seed-2-dll.dll", "cfunc");
  callbacks[0] = callback_new (level0, "L(L)");
  callbacks[1] = callback_new (level1, "L(L)");
  callbacks[2] = callback_new (level2, "L(L)");
  on_fresh (nest, (void *) 5);
  CHECK (moved[0] > 0);
  CHECK (moved[2] > 0);
  on_fresh (nest, (void *) ((uintptr_t) 1 << 60));
  return 0;
}
