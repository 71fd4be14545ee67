/* An exception that leaves a noexcept function ends the process, though there
   is one who would catch it.  */
/* { dg-do run } */
/* { dg-should-fail 3 } */
/* { dg-match "^terminate called after throwing an instance of .int.$" } */
/* { dg-match "^libruntime: abort$" } */
/* { dg-match "^  _Z\\d+promises.* in uncaught-2\\.exe .0x\[0-9a-f\]+.$" } */

#include "cxx-test.h"

NOINLINE void
thrower ()
{
  deep (100, [] { throw 1; });
}

NOINLINE void
promises () noexcept
{
  thrower ();
}

/* A caller that knew the promise would not even try to catch.  */
static void (*volatile call) () = promises;

int
main ()
{
  try
    {
      call ();
    }
  catch (...)
    {
      return 0;
    }
}
