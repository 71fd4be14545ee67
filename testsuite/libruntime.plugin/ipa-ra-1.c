/* A caller that knows which registers its callee leaves alone (-fipa-ra) finds
   them as they were when the callee ran on a chained segment.  */
/* { dg-do run } */

#include "plugin-test.h"

/* A leaf with a check, and few registers.  */
static NOINLINE int
add (int n)
{
  volatile char buffer[400];

  buffer[0] = n;
  return buffer[0] + 1;
}

/* Pinned: what it calls is chained when there is no room, and always with
   movestack.  */
static NOINLINE int
keep (int a, int b, int c, int d, int depth)
{
  char *volatile frame = __builtin_frame_address (0);
  int sum = depth > 0 ? keep (a, b, c, d, depth - 1) : 0;
  int n = add (1);

  return sum + n * (a + 10 * b + 100 * c + 1000 * d) * (frame != 0);
}

int
main (void)
{
  CHECK_EQ (keep (1, 2, 3, 4, 0), 2 * 4321);
  CHECK_EQ (keep (1, 2, 3, 4, 300), 301 * 2 * 4321);
  return 0;
}
