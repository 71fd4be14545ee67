/* rt_goexit in plain code is a fatal error, with a message and status 3.  */
/* { dg-do run } */
/* { dg-plain-sources "goexit-1-plain.c" } */
/* { dg-should-fail 3 } */
/* { dg-match "libruntime: fatal error: rt_goexit: " } */

#include "rt-test.h"
#include "rt.h"

void plain_exit (void);

int
main (void)
{
  plain_exit ();
  return 0;
}
