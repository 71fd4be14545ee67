/* Plain objects of -flto, which become code when our specs link, are plain
   code: they run on the thread's own stack.  */
/* { dg-do run } */
/* { dg-plain-sources "lto-2-plain.c" "-flto" } */

#include "plugin-test.h"
#include "rt.h"

int plain_on_own_stack (int);
int plain_calls (int (*) (int), int);

static NOINLINE int
back (int n)
{
  return deep (n) + 1;
}

int
main (void)
{
  CHECK (rt_self () != NULL);
  CHECK_EQ (plain_on_own_stack (3), 3);
  CHECK_EQ (plain_calls (back, 20), 22);
  return 0;
}
