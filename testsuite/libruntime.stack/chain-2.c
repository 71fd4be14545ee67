/* Callbacks on chained segments: variadic functions, calls and callbacks in
   turn, each growing the stack, parking now and then.  */
/* { dg-do run } */
/* { dg-dll "sizes-1-dll.c" "link" } */

#include <stdarg.h>

#include "stack-test.h"

__declspec (dllimport) uintptr_t cfunc (uintptr_t (*f) (uintptr_t),
                                        uintptr_t n);

static uintptr_t (*callback) (uintptr_t);

static uintptr_t NOINLINE
pinned (uintptr_t n, ...)
{
  uintptr_t a, r;
  va_list ap;

  va_start (ap, n);
  a = va_arg (ap, uintptr_t);
  CHECK_EQ (deep (30, 1, 2, 3, 4, 5), 45);
  r = cfunc (callback, n);
  CHECK_EQ (GetLastError (), 333);
  CHECK_EQ (r, n);
  CHECK_EQ (a, n * 3);
  r = va_arg (ap, uintptr_t);
  va_end (ap);
  return r;
}

static uintptr_t
called_back (uintptr_t n)
{
  CHECK_EQ (deep (20, 1, 2, 3, 4, 5), 35);
  if (n % 4 == 1)
    rt_sleep (1000);
  if (n > 0)
    CHECK_EQ (pinned (n - 1, (n - 1) * 3, n * 7), n * 7);
  CHECK_EQ (deep (40, 1, 2, 3, 4, 5), 55);
  return n;
}

static void
run (void *arg)
{
  uintptr_t n = (uintptr_t) arg;

  CHECK_EQ (pinned (n, n * 3, (uintptr_t) 99), 99);
}

static void
chained (void *unused)
{
  uint64_t before = info ().chains;

  (void) unused;
  run ((void *) 20);
  CHECK (info ().chains > before);
}

int
main (void)
{
  void *address;

  CHECK_EQ (rt_callback_new (called_back, "L(L)", &address), 0);
  callback = (uintptr_t (*) (uintptr_t)) (uintptr_t) address;
  on_fresh (run, (void *) 1);
  on_fresh (run, (void *) 5);
  on_fresh (chained, NULL);
  return 0;
}
