/* When the last thread ends that could have woken somebody, it is a
   deadlock, and said.  */
/* { dg-do run } */
/* { dg-plain-sources "deadlock-4-plain.c" } */
/* { dg-should-fail 2 } */
/* { dg-match "all goroutines are asleep - deadlock!" } */
/* { dg-timeout 20 } */

#include "rt-test.h"
#include "rt.h"

void start_thread (void);

int
main (void)
{
  struct rt_chan *chan;

  CHECK_EQ (rt_chan_new (0, 0, &chan), 0);
  start_thread ();
  rt_sleep (50000000);
  rt_chan_recv (chan, NULL);
  return 0;
}
