/* What nobody catches ends the process by std::terminate: its message, and the
   traceback from where it was thrown.  */
/* { dg-do run } */
/* { dg-should-fail 3 } */
/* { dg-match "^terminate called after throwing an instance of .std::runtime_error.$" } */
/* { dg-match "^  what\\(\\):  nobody$" } */
/* { dg-match "^libruntime: abort$" } */
/* { dg-match "^goroutine 2 .running.:$" } */
/* { dg-match "^  _Z\\d+thrower.* in uncaught-1\\.exe .0x\[0-9a-f\]+.$" } */
/* { dg-match "^  _Z\\d+middle.* in uncaught-1\\.exe .0x\[0-9a-f\]+.$" } */
/* { dg-no-match "unwound" } */

#include <stdexcept>
#include <stdio.h>

#include "cxx-test.h"

struct object
{
  ~object () { printf ("unwound\n"); fflush (stdout); }
};

NOINLINE int
thrower (int n)
{
  object o;
  if (n == 0)
    throw std::runtime_error ("nobody");
  return thrower (n - 1) + 1;
}

NOINLINE int
middle ()
{
  object o;
  try
    {
      return thrower (3) + 1;
    }
  catch (int)
    {
      return 0;
    }
}

int
main ()
{
  on_fresh ([] { middle (); });
  return 0;
}
