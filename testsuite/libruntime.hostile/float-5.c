/* A DLL unmasks an exception; without a fault handler growable code that
   raises it ends the process with a report.  */
/* { dg-do run } */
/* { dg-dll "float-dll.c" "link" } */
/* { dg-should-fail 2 } */
/* { dg-match "^all is masked$" } */
/* { dg-match "^libruntime: floating-point division by zero at pc 0x" } */
/* { dg-match "^  divides.0x.* in float-5.exe" } */

#include <stdio.h>

#include "float-test.h"

static volatile double zero, one = 1, quotient;

static void NOINLINE
divides (void)
{
  quotient = one / zero;
}

int
main (void)
{
  divides ();
  puts ("all is masked");
  fflush (stdout);
  set_control (MXCSR & ~(ZERO_DIVIDE << 7), FCW);
  divides ();
  return 0;
}
