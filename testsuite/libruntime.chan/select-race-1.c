/* Many selects, sends and receives over the same few channels: each element
   arrives exactly once.  */
/* { dg-do run } */

#include "chan-test.h"

#define CHANS 3
#define SENDERS 12
#define RECEIVERS 10
#define EACH 300

static struct rt_chan *chans[CHANS], *quit;
static struct rt_waitgroup sent, received;
static char seen[SENDERS * EACH];
static int count;

static void
sender (void *arg)
{
  int number = (int) (intptr_t) arg, i, k;

  for (i = number * EACH; i < (number + 1) * EACH; i++)
    if (number % 3 == 0)
      send_int (chans[i % CHANS], i);
    else
      {
        struct rt_select_case cases[CHANS];
        size_t index = 9;

        for (k = 0; k < CHANS; k++)
          cases[k] = send_case (chans[(k + number) % CHANS], &i);
        CHECK_EQ (rt_select (cases, CHANS, RT_FOREVER, &index), 0);
        CHECK (index < CHANS);
        CHECK_EQ (cases[index].err, 0);
      }
  CHECK_EQ (rt_waitgroup_done (&sent), 0);
}

static void
receiver (void *arg)
{
  int number = (int) (intptr_t) arg, value, k;

  for (;;)
    {
      struct rt_select_case cases[CHANS + 1];
      size_t index = 9;

      value = -1;
      for (k = 0; k < CHANS; k++)
        cases[k] = recv_case (chans[(k + number) % CHANS], &value);
      cases[CHANS] = recv_case (quit, NULL);
      CHECK_EQ (rt_select (cases, CHANS + 1, RT_FOREVER, &index), 0);
      if (index == CHANS)
        break;
      CHECK_EQ (cases[index].err, 0);
      CHECK (value >= 0 && value < SENDERS * EACH);
      CHECK_EQ (__atomic_exchange_n (&seen[value], 1, __ATOMIC_SEQ_CST), 0);
      __atomic_add_fetch (&count, 1, __ATOMIC_SEQ_CST);
    }
  CHECK_EQ (rt_waitgroup_done (&received), 0);
}

int
main (void)
{
  int i;

  quit = chan_new (0, 0);
  for (i = 0; i < CHANS; i++)
    chans[i] = chan_new (sizeof (int), i == 1 ? 2 : 0);
  CHECK_EQ (rt_waitgroup_add (&sent, SENDERS), 0);
  CHECK_EQ (rt_waitgroup_add (&received, RECEIVERS), 0);
  for (i = 0; i < SENDERS; i++)
    {
      CHECK_EQ (rt_go (sender, (void *) (intptr_t) i), 0);
      if (i < RECEIVERS)
        CHECK_EQ (rt_go (receiver, (void *) (intptr_t) i), 0);
    }
  CHECK_EQ (rt_waitgroup_wait (&sent), 0);
  while (__atomic_load_n (&count, __ATOMIC_SEQ_CST) < SENDERS * EACH)
    rt_gosched ();
  CHECK_EQ (rt_chan_close (quit), 0);
  CHECK_EQ (rt_waitgroup_wait (&received), 0);
  CHECK_EQ (count, SENDERS * EACH);
  for (i = 0; i < CHANS; i++)
    CHECK_EQ (rt_chan_free (chans[i]), 0);
  CHECK_EQ (rt_chan_free (quit), 0);
  return 0;
}
