/* Selects send as well as they receive, to each other too, and never to
   themselves.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 2000

/* Both ways over one channel at once: whoever meets does one of them.  */
static struct rt_chan *chan, *done;
static int sent, received;

static void
both_ways (void *arg)
{
  int i;

  for (i = 0; i < N; i++)
    {
      int out = 5, in = -1;
      struct rt_select_case cases[2]
        = { send_case (chan, &out), recv_case (chan, &in) };
      size_t index = 9;

      CHECK_EQ (rt_select (cases, 2, RT_FOREVER, &index), 0);
      CHECK_EQ (cases[index].err, 0);
      if (index == 0)
        {
          CHECK_EQ (in, -1);
          __atomic_add_fetch (&sent, 1, __ATOMIC_SEQ_CST);
        }
      else
        {
          CHECK_EQ (index, 1);
          CHECK_EQ (in, 5);
          __atomic_add_fetch (&received, 1, __ATOMIC_SEQ_CST);
        }
    }
  send_int (done, (int) (intptr_t) arg);
}

int
main (void)
{
  int out = 1, in = 2;
  struct rt_select_case cases[2];
  size_t index = 9;

  chan = chan_new (sizeof (int), 0);
  done = chan_new (sizeof (int), 2);

  cases[0] = send_case (chan, &out);
  cases[1] = recv_case (chan, &in);
  CHECK_EQ (rt_select (cases, 2, 20 * MS, &index), RT_ETIMEOUT);
  CHECK_EQ (in, 2);

  /* Two of them, so each meets the other each time.  */
  CHECK_EQ (rt_go (both_ways, (void *) 0), 0);
  CHECK_EQ (rt_go (both_ways, (void *) 1), 0);
  CHECK_EQ (recv_int (done) + recv_int (done), 1);
  CHECK_EQ (sent, N);
  CHECK_EQ (received, N);
  CHECK_EQ (rt_chan_free (chan), 0);
  return 0;
}
