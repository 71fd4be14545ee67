/* Objects that clang -fsplit-stack made, each with a control frame of its
   own size, call DLL functions that call back.  */
/* { dg-do run } */
/* { dg-require "clang" } */
/* { dg-clang-sources "clang-2-clang.c" } */
/* { dg-dll "sizes-1-dll.c" "link" } */

#include "stack-test.h"

void clang_sizes (void *unused);
uintptr_t clang_call (uintptr_t n);
void check_eq (uint64_t got, uint64_t want);
void finished (void);

__declspec (dllimport) uintptr_t cfunc (uintptr_t (*f) (uintptr_t),
                                        uintptr_t n);

static struct rt_waitgroup done;
static uintptr_t (*callback) (uintptr_t);

static uintptr_t
called_back (uintptr_t n)
{
  CHECK_EQ (deep (10, 1, 2, 3, 4, 5), 25);
  return n;
}

void
check_eq (uint64_t got, uint64_t want)
{
  CHECK_EQ (got, want);
}

void
finished (void)
{
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

/* clang's code may not call plain code: we do it.  */
uintptr_t
clang_call (uintptr_t n)
{
  uintptr_t r = cfunc (callback, n);

  CHECK_EQ (GetLastError (), 333);
  return r;
}

int
main (void)
{
  void *address;
  uintptr_t i;

  CHECK_EQ (rt_callback_new (called_back, "L(L)", &address), 0);
  callback = (uintptr_t (*) (uintptr_t)) (uintptr_t) address;
  for (i = 0; i < 299; i++)
    {
      CHECK_EQ (rt_waitgroup_add (&done, 1), 0);
      CHECK_EQ (rt_go (clang_sizes, (void *) i), 0);
      CHECK_EQ (rt_waitgroup_wait (&done), 0);
    }
  return 0;
}
