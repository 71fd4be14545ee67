/* rt_cgocall runs a plain function on the system stack, with deep frames
   and calls back of its own, and gives its result.  */
/* { dg-do run } */
/* { dg-plain-sources "cgocall-1-plain.c" } */

#include "syscall-test.h"

uintptr_t plain_function (void *arg);

struct plain_arg
{
  uintptr_t (*callback) (uintptr_t);
  uintptr_t n;
};

static uintptr_t
called_back (uintptr_t n)
{
  recurse (64);
  CHECK_EQ (rt_cgocall (plain_function, NULL), 1);
  return n + 1;
}

static void
run (void *callback)
{
  struct plain_arg arg
    = { (uintptr_t (*) (uintptr_t)) (uintptr_t) callback, 5 };

  CHECK_EQ (rt_cgocall (plain_function, &arg), 0x8000000000000000 + 6);
  CHECK_EQ (GetLastError (), 321);
}

int
main (void)
{
  void *callback = callback_new (called_back, "L(L)");

  run (callback);
  on_fresh (run, callback);
  return 0;
}
