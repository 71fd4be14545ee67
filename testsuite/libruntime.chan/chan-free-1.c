/* A channel may be freed as soon as a select that waited on it was taken by
   another, even before its goroutine has gone on.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 2000

static struct rt_chan *request, *answer;

/* Select over the two channels that come in, forever.  */
static void
selecter (void *arg)
{
  struct rt_chan *two[2];

  (void) arg;
  while (rt_chan_recv (request, two) == 0)
    {
      int value = -1, other = -1;
      struct rt_select_case cases[] = { recv_case (two[0], &value),
                                        recv_case (two[1], &other) };
      size_t i = 9;

      CHECK_EQ (rt_select (cases, 2, RT_FOREVER, &i), 0);
      CHECK_EQ (i, 0);
      CHECK_EQ (cases[0].err, 0);
      CHECK_EQ (other, -1);
      send_int (answer, value);
    }
}

int
main (void)
{
  struct rt_chan *one = chan_new (sizeof (int), 0);
  int i;

  request = chan_new (2 * sizeof (struct rt_chan *), 0);
  answer = chan_new (sizeof (int), 0);
  CHECK_EQ (rt_go (selecter, NULL), 0);
  for (i = 0; i < N; i++)
    {
      struct rt_chan *two[2] = { one, chan_new (sizeof (int), 0) };

      CHECK_EQ (rt_chan_send (request, two), 0);
      send_int (one, i);
      CHECK_EQ (rt_chan_free (two[1]), 0);
      CHECK_EQ (recv_int (answer), i);
    }
  return 0;
}
