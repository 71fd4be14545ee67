/* rt_goexit in main lets the others run; when they have ended too, that is
   said, and no hang.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "other ends" } */
/* { dg-match "no goroutines .main called rt_goexit. - deadlock!" } */
/* { dg-timeout 20 } */

#include <stdio.h>

#include "rt-test.h"
#include "rt.h"

static void
other (void *arg)
{
  (void) arg;
  rt_sleep (50000000);
  printf ("other ends\n");
  fflush (stdout);
}

int
main (void)
{
  CHECK_EQ (rt_go (other, NULL), 0);
  rt_goexit ();
}
