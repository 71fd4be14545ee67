/* A fiber that leaves its thread in a goroutine's call, and goes on on another
   thread, ends the process with a clear message.  */
/* { dg-do run } */
/* { dg-plain-sources "fiber-4-plain.c" } */
/* { dg-should-fail 3 } */
/* { dg-match "fatal error: a call came back to another thread or fiber" } */

#include <stdio.h>

#include "rt-test.h"
#include "rt.h"

void move_to_thread (void);

int
main (void)
{
  move_to_thread ();
  printf ("came back\n");
  return 0;
}
