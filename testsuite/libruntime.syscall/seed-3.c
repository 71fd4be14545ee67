/* A callback's own calls, with other numbers of arguments, results and
   errors, leave nothing in the record of the call around it.  */
/* { dg-do run } */
/* { dg-dll "seed-2-dll.c" } */

#include "syscall-test.h"

static void *cfunc, *dfunc, *other, *callback;

static uintptr_t
called_back (uintptr_t n)
{
  struct rt_result r;
  int i;

  for (i = 0; i < 3; i++)
    {
      r = rt_syscall6 (other, 5, 1, 2, 3, 4, (uintptr_t) i, 0);
      CHECK_EQ (r.r1, (uintptr_t) (12340 + i));
      CHECK_EQ (r.err, 7777);
    }
  r = rt_syscall ((void *) SetLastError, 1, 4, 0, 0);
  CHECK_EQ (r.err, 4);
  r = rt_syscall (NULL, 0, 0, 0, 0);
  CHECK_EQ (r.err, RT_EINVAL);
  recurse (128);
  return n;
}

static void
integer (void *unused)
{
  struct rt_result r = rt_syscall (cfunc, 3, (uintptr_t) callback, 100, 333);

  (void) unused;
  CHECK_EQ (r.r1, 100);
  CHECK_EQ (r.err, 333);
}

static void
floating (void *unused)
{
  struct rt_result r
    = rt_syscall6 (dfunc, 6, (uintptr_t) callback, 100, 334,
                   double_bits (0.5), double_bits (-3), double_bits (1e10));

  (void) unused;
  CHECK_EQ_DOUBLE (bits_double (r.r2), 100 + 0.5 - 6 + 4e10);
  CHECK_EQ (r.err, 334);
}

int
main (void)
{
  cfunc = test_proc ("seed-2-dll.dll", "cfunc");
  dfunc = test_proc ("seed-2-dll.dll", "dfunc");
  other = test_proc ("seed-2-dll.dll", "other");
  callback = callback_new (called_back, "L(L)");
  on_fresh (integer, NULL);
  on_fresh (floating, NULL);
  return 0;
}
