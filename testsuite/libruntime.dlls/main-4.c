/* The runtime's threads pass through a growable DllMain before they are its,
   and are no threads of somebody else for that: a deadlock is seen.  */
/* { dg-do run } */
/* { dg-growable-dll "main-4-dll.c" } */
/* { dg-should-fail 2 } */
/* { dg-match "^libruntime: all goroutines are asleep - deadlock!$" } */
/* { dg-timeout 20 } */

#include "dll-test.h"
#include "rt.h"

static void
nap (void *arg)
{
  (void) arg;
  Sleep (100);
}

int
main (void)
{
  CHECK (LoadLibraryA ("main-4-dll.dll") != NULL);
  /* Calls that last want threads.  */
  for (int i = 0; i < 4; i++)
    CHECK_EQ (rt_go (nap, NULL), 0);
  rt_sleep (50000000);
  rt_park ();
  return 0;
}
