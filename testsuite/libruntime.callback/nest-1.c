/* Calls and callbacks nest fifty deep, as deep on a foreign thread, and
   errors and results find their way back.  */
/* { dg-do run } */
/* { dg-dll "nest-1-dll.c" "link" } */

#include "cb-test.h"

#define DEPTH 50

__declspec (dllimport) uintptr_t through (uintptr_t (*f) (uintptr_t),
                                          uintptr_t n);
__declspec (dllimport) uintptr_t through_thread (uintptr_t (*f) (uintptr_t),
                                                 uintptr_t n);

static uintptr_t (*callback) (uintptr_t);

static uintptr_t
called_back (uintptr_t n)
{
  uintptr_t r;

  recurse (n % 7);
  if (n == 0)
    return 1;
  r = through (callback, n - 1);
  CHECK_EQ (GetLastError (), 1000 + n - 1);
  CHECK_EQ (r, n);
  recurse (3);
  return r + 1;
}

int
main (void)
{
  callback = callback_new (called_back, "L(L)");
  CHECK_EQ (through (callback, DEPTH), DEPTH + 1);
  CHECK_EQ (GetLastError (), 1000 + DEPTH);
  CHECK_EQ (through_thread (callback, DEPTH), DEPTH + 1);
  return 0;
}
