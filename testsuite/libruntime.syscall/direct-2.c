/* The same calls as in direct-1.c through import thunks: the functions are
   not declared as a DLL's.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" "link" } */

#include "direct.h"

int
main (void)
{
  direct_all ();
  on_fresh (direct_fresh, NULL);
  return 0;
}
