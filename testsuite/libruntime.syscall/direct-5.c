/* The same calls as in direct-1.c of growable functions in a DLL.  */
/* { dg-do run } */
/* { dg-growable-dll "direct-5-dll.c" "link" } */

#define CALLS_IMPORT __declspec (dllimport)
#include "direct.h"

int
main (void)
{
  direct_all ();
  on_fresh (direct_fresh, NULL);
  return 0;
}
