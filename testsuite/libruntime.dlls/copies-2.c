/* A function of a DLL with a libruntime of its own that is called through a
   pointer on a goroutine of the program, and calls plain code, ends the
   process with a message, not in silence.  */
/* { dg-do run } */
/* { dg-own-dll "copies-1-dll.c" } */
/* { dg-should-fail 3 } */
/* { dg-match "^libruntime: fatal error: a goroutine of another libruntime called a function of this one's: link both images with libruntime-1.dll$" } */

#include "dll-test.h"

typedef int function (int);

int
main (void)
{
  function *calls = (function *) test_proc ("copies-1-dll.dll", "calls");

  return calls (5);
}
