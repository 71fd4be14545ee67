/* Without optimisation frame pointers lead to a caller's return address.  */
/* { dg-do run } */
/* { dg-options "-Wno-frame-address" } */
/* { dg-skip "-O1 -O2 -O3 -Os" "frame pointers are not kept" } */

#include "rt-test.h"

static void *__attribute__ ((noinline))
own (void)
{
  return __builtin_return_address (0);
}

static void *__attribute__ ((noinline))
callers (int *p)
{
  *p = 1;
  return __builtin_return_address (1);
}

/* Its local is on the data stack.  */
static void *__attribute__ ((noinline))
local (void)
{
  int i = 0;
  void *where = callers (&i);

  CHECK_EQ (i, 1);
  return where;
}

/* So is what alloca gives.  */
static void *__attribute__ ((noinline))
allocated (void)
{
  int *p = __builtin_alloca (sizeof *p);
  void *where = callers (p);

  CHECK_EQ (*p, 1);
  return where;
}

int
main (void)
{
  static void *(*const functions[]) (void) = { own, local, allocated };
  void *where[3];
  int i;

  /* All are called from one place.  */
  for (i = 0; i < 3; i++)
    where[i] = functions[i] ();
  CHECK_EQ (where[1], where[0]);
  CHECK_EQ (where[2], where[0]);
  return 0;
}
