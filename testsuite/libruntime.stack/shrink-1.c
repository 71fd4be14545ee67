/* A goroutine that parks while it uses little of a large stack gets a
   smaller one, and goes on right.  */
/* { dg-do run } */
/* { dg-skip "movestack" "there stacks do not shrink: each is tight" } */

#include "rt-test.h"
#include "rt.h"

static int __attribute__ ((noinline))
descend (int n)
{
  if (n > 1 && descend (n - 1) != n - 1)
    return -1;
  return n;
}

int
main (void)
{
  struct rt_stackinfo large, small;
  int i;

  CHECK_EQ (descend (100000), 100000);
  CHECK_EQ (rt_stackinfo (&large), 0);
  CHECK (large.control_size > 1 << 20);
  for (i = 0; i < 20; i++)
    rt_sleep (1000000);
  CHECK_EQ (rt_stackinfo (&small), 0);
  CHECK (small.control_size < 64 << 10);
  CHECK_EQ (descend (100000), 100000);
  return 0;
}
