/* exit from a goroutine other than the first ends the process with its
   status, atexit functions run once.  */
/* { dg-do run } */
/* { dg-should-fail 7 } */
/* { dg-match "^.atexit 1.$" } */

#include <stdio.h>

#include "rt-test.h"
#include "rt.h"

static int count;

static void
at_exit (void)
{
  printf ("<atexit %d>\n", ++count);
}

static void
leave (void *arg)
{
  (void) arg;
  exit (7);
}

int
main (void)
{
  atexit (at_exit);
  CHECK_EQ (rt_go (leave, NULL), 0);
  for (;;)
    rt_gosched ();
}
