/* Growable code calls DLL functions with 0 to 12 arguments, integers,
   floats and doubles, with results of each kind.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" "link" } */

#define CALLS_IMPORT __declspec (dllimport)
#include "direct.h"

int
main (void)
{
  direct_all ();
  on_fresh (direct_fresh, NULL);
  return 0;
}
