/* While a callback is registered, a thread that does not exist yet can call
   it: that all goroutines wait is no deadlock.  */
/* { dg-do run } */

#include "rt-test.h"
#include "rt.h"

__declspec (dllimport) int QueueUserWorkItem (unsigned long (*) (void *),
                                              void *, unsigned long);

static struct rt_chan *chan;

static unsigned long
pooled (void *arg)
{
  CHECK_EQ (rt_chan_send (chan, &arg), 0);
  return 0;
}

int
main (void)
{
  void *callback, *word = NULL;
  int i;

  CHECK_EQ (rt_chan_new (sizeof word, 0, &chan), 0);
  CHECK_EQ (rt_callback_new (pooled, "I(p)", &callback), 0);
  for (i = 0; i < 20; i++)
    {
      CHECK (QueueUserWorkItem ((unsigned long (*) (void *)) callback,
                                &word, 0));
      CHECK_EQ (rt_chan_recv (chan, &word), 0);
      CHECK_EQ (word, &word);
    }
  return 0;
}
