/* A foreign thread that can still wake somebody is no deadlock.  */
/* { dg-do run } */
/* { dg-plain-sources "deadlock-2-plain.c" } */

#include "rt-test.h"
#include "rt.h"

void *start_thread (struct rt_g *g);

int
main (void)
{
  void *thread = start_thread (rt_self ());

  CHECK_EQ (rt_park (), 0);
  CHECK_EQ (WaitForSingleObject (thread, 10000), 0);
  return 0;
}
