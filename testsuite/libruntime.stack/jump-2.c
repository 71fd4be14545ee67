/* setjmp and longjmp within a callback, over frames that moved and were
   chained; the call around it is not disturbed.  */
/* { dg-do run } */
/* { dg-dll "sizes-1-dll.c" "link" } */

#include <setjmp.h>
#include <stdarg.h>

#include "stack-test.h"

__declspec (dllimport) uintptr_t cfunc (uintptr_t (*f) (uintptr_t),
                                        uintptr_t n);

static uintptr_t (*callback) (uintptr_t);
static jmp_buf target;

static int NOINLINE
throw_from (int depth, ...)
{
  int buffer[50];
  va_list ap;

  buffer[depth % 50] = depth;
  if (depth == 0)
    longjmp (target, 5);
  va_start (ap, depth);
  if (depth > 0)
    throw_from (depth - 1, depth);
  buffer[0] += va_arg (ap, int);
  va_end (ap);
  return buffer[depth % 50];
}

static uintptr_t
called_back (uintptr_t n)
{
  uintptr_t volatile count = 0;
  uintptr_t local = n * 2;

  if (setjmp (target) == 0)
    {
      count++;
      throw_from ((int) n, 0);
    }
  count++;
  CHECK_EQ (count, 2);
  CHECK_EQ (local, n * 2);
  CHECK_EQ (deep (n, 1, 2, 3, 4, 5), n + 15);
  return n;
}

static void
run (void *unused)
{
  uintptr_t i;

  (void) unused;
  for (i = 1; i < 200; i += 30)
    {
      CHECK_EQ (cfunc (callback, i), i);
      CHECK_EQ (GetLastError (), 333);
    }
}

int
main (void)
{
  void *address;

  CHECK_EQ (rt_callback_new (called_back, "L(L)", &address), 0);
  callback = (uintptr_t (*) (uintptr_t)) (uintptr_t) address;
  on_fresh (run, NULL);
  run (NULL);
  return 0;
}
