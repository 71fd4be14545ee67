/* main's return ends the process, whatever 50 other goroutines are in the
   middle of, on four p's and in Windows.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */
/* { dg-timeout 20 } */

#include "rt-test.h"
#include "rt.h"

static struct rt_chan *chan;

static void
busy (void *arg)
{
  int value = 0;

  for (;;)
    switch ((uintptr_t) arg % 3)
      {
      case 0:
        rt_gosched ();
        break;
      case 1:
        Sleep (0);
        break;
      default:
        rt_chan_trysend (chan, &value);
        rt_chan_tryrecv (chan, &value);
        rt_gosched ();
      }
}

int
main (void)
{
  uintptr_t i;

  CHECK_EQ (rt_chan_new (sizeof (int), 1, &chan), 0);
  for (i = 0; i < 50; i++)
    CHECK_EQ (rt_go (busy, (void *) i), 0);
  rt_sleep (20000000);
  return 0;
}
