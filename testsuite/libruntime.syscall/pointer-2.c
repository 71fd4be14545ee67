/* The same calls as in direct-1.c through pointers to import thunks.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" "link" } */

#include "calls.h"

#define DIRECT(f) ({ __typeof__ (&f) volatile p = f; p; })
#include "direct.h"

int
main (void)
{
  direct_all ();
  on_fresh (direct_fresh, NULL);
  return 0;
}
