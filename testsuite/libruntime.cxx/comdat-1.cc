/* Of functions that several units define the linker keeps one copy; what the
   others' marks said is gone, and nothing else is.  */
/* { dg-do run } */
/* { dg-more-sources "comdat-1-more.cc" } */
/* { dg-plain-sources "comdat-1-plain.cc" } */

#include "comdat-1.h"

static void
work ()
{
  CHECK_EQ (sum (2, 3, 4), 7);
  CHECK_EQ (nest<4> (1), 5);
  CHECK_EQ (other (1), 1 + 1 + 5 + 6);
  CHECK_EQ (plain (1), 6);

  /* A lost mark would make the stack chain here.  */
  uint64_t chains = info ().chains;
  CHECK_EQ (movable (3000), 3000);
  CHECK_EQ (info ().chains, chains);
}

int
main ()
{
  on_fresh (work);
  return 0;
}
