/* The same calls as in direct-1.c of growable functions in another
   object.  */
/* { dg-do run } */
/* { dg-more-sources "direct-4-more.c" } */

#include "direct.h"

int
main (void)
{
  direct_all ();
  on_fresh (direct_fresh, NULL);
  return 0;
}
