/* 100,000 goroutines live at once, each with a stack, and all end.  */
/* { dg-do run } */
/* { dg-timeout 120 } */
/* { dg-skip "movestack" "each start moves a stack: minutes" } */

#include "rt-test.h"
#include "rt.h"

#define MANY 100000

static struct rt_chan *gate, *out;

static void
wait_and_count (void *arg)
{
  uintptr_t n = (uintptr_t) arg;

  rt_chan_recv (gate, NULL);
  rt_chan_send (out, &n);
}

int
main (void)
{
  uintptr_t i, sum = 0, n;

  CHECK_EQ (rt_chan_new (0, 0, &gate), 0);
  CHECK_EQ (rt_chan_new (sizeof n, 0, &out), 0);
  for (i = 0; i < MANY; i++)
    CHECK_EQ (rt_go (wait_and_count, (void *) i), 0);
  rt_gosched ();
  CHECK_EQ (rt_numgoroutine (), MANY + 1);
  CHECK_EQ (rt_chan_close (gate), 0);
  for (i = 0; i < MANY; i++)
    {
      CHECK_EQ (rt_chan_recv (out, &n), 0);
      sum += n;
    }
  CHECK_EQ (sum, (uintptr_t) MANY * (MANY - 1) / 2);
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  return 0;
}
