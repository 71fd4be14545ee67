/* A goroutine that ends while it is bound takes its thread with it; 200
   such threads leave nothing behind.  */
/* { dg-do run } */

#include "rt-test.h"
#include "rt.h"
#include "usage.h"

static struct rt_chan *ended;

static void
end_bound (void *arg)
{
  unsigned long id;

  (void) arg;
  rt_lockosthread ();
  id = GetCurrentThreadId ();
  rt_chan_send (ended, &id);
}

int
main (void)
{
  unsigned long before = 0, id, last = 0;
  int i;

  CHECK_EQ (rt_chan_new (sizeof id, 0, &ended), 0);
  for (i = 0; i < 200; i++)
    {
      if (i == 20)
        before = handles ();
      CHECK_EQ (rt_go (end_bound, NULL), 0);
      CHECK_EQ (rt_chan_recv (ended, &id), 0);
      last = id;
    }
  CHECK (last != GetCurrentThreadId () || i == 0);
  Sleep (100);
  CHECK (handles () < before + 20);
  return 0;
}
