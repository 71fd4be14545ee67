/* All goroutines asleep is a fatal error with tracebacks, not a hang.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "all goroutines are asleep - deadlock!" } */
/* { dg-match "goroutine 1 .chan receive.:" } */
/* { dg-match "goroutine 2 .chan send.:" } */
/* { dg-match "wait_for_ever" } */
/* { dg-timeout 20 } */

#include "rt-test.h"
#include "rt.h"

static struct rt_chan *a, *b;

static void
wait_for_ever (void *arg)
{
  (void) arg;
  CHECK_EQ (rt_chan_send (b, NULL), 0);
}

int
main (void)
{
  CHECK_EQ (rt_chan_new (0, 0, &a), 0);
  CHECK_EQ (rt_chan_new (0, 0, &b), 0);
  CHECK_EQ (rt_go (wait_for_ever, NULL), 0);
  rt_chan_recv (a, NULL);
  return 0;
}
