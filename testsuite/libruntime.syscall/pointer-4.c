/* The same calls as in direct-1.c through pointers to growable functions,
   of which some are static.  */
/* { dg-do run } */
/* { dg-more-sources "direct-4-more.c" } */

#include "calls.h"

#define DIRECT(f) ({ __typeof__ (&f) volatile p = f; p; })
#include "direct.h"

static int NOINLINE
deep (int n)
{
  return n == 0 ? 0 : deep (n - 1) + 1;
}

static int NOINLINE
shallow (int n)
{
  return -n;
}

int
main (void)
{
  int (*volatile f[]) (int) = { deep, shallow };

  direct_all ();
  on_fresh (direct_fresh, NULL);
  CHECK_EQ (f[0] (500), 500);
  CHECK_EQ (f[1] (500), -500);
  return 0;
}
