/* A thread that was terminated in a call out of a callback keeps no p: that
   all others are asleep is seen, though no work asks for one.  */
/* { dg-do run } */
/* { dg-plain-sources "terminate-plain.c" } */
/* { dg-env "RT_MAXPROCS=2" } */
/* { dg-should-fail 2 } */
/* { dg-match "^libruntime: all goroutines are asleep - deadlock!" } */
/* { dg-timeout 30 } */

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"

static volatile int inside;

static int
called_back (int unused)
{
  inside = 1;
  Sleep ((unsigned long) -1);
  return unused;
}

int
main (void)
{
  void *callback;

  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  start_and_terminate ((int (*) (int)) callback, 0, &inside, 20);
  /* A call of plain code gives sysmon no work.  */
  while (!terminated)
    Sleep (1);
  CHECK_EQ (rt_callback_free (callback), 0);
  rt_park ();
  return 0;
}
