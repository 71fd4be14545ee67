/* Time-outs race with peers: a send that timed out was not received, and one
   that did not was, once.  */
/* { dg-do run } */

#include "chan-test.h"

#define PAIRS 4
#define N 400

static struct rt_chan *chan;
static struct rt_waitgroup done;
static char sent[PAIRS * N], received[PAIRS * N];
static int left = PAIRS;

static void
sender (void *arg)
{
  int first = (int) (intptr_t) arg * N, i;

  for (i = first; i < first + N; i++)
    {
      struct rt_select_case c = send_case (chan, &i);
      size_t index = 9;
      uint32_t err = rt_select (&c, 1, (uint64_t) (i % 7) * 50000 + 1, &index);

      CHECK (err == 0 || err == RT_ETIMEOUT);
      if (err == 0)
        {
          CHECK_EQ (index, 0);
          CHECK_EQ (c.err, 0);
          sent[i] = 1;
        }
    }
  __atomic_sub_fetch (&left, 1, __ATOMIC_SEQ_CST);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static void
receiver (void *arg)
{
  int i = (int) (intptr_t) arg;

  while (__atomic_load_n (&left, __ATOMIC_SEQ_CST))
    {
      int value = -1;
      struct rt_select_case c = recv_case (chan, &value);
      size_t index = 9;
      uint32_t err = rt_select (&c, 1, (uint64_t) (++i % 5) * 60000 + 1,
                                &index);

      CHECK (err == 0 || err == RT_ETIMEOUT);
      if (err == 0)
        {
          CHECK_EQ (c.err, 0);
          CHECK (value >= 0 && value < PAIRS * N);
          CHECK_EQ (received[value]++, 0);
        }
      else
        CHECK_EQ (value, -1);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  int i;

  chan = chan_new (sizeof (int), 0);
  CHECK_EQ (rt_waitgroup_add (&done, 2 * PAIRS), 0);
  for (i = 0; i < PAIRS; i++)
    {
      CHECK_EQ (rt_go (sender, (void *) (intptr_t) i), 0);
      CHECK_EQ (rt_go (receiver, (void *) (intptr_t) i), 0);
    }
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  for (i = 0; i < PAIRS * N; i++)
    CHECK_EQ (sent[i], received[i]);
  CHECK_EQ (rt_chan_free (chan), 0);
  return 0;
}
