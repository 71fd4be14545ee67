/* A select may have very many cases, the same channel in several of them.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 3000

static struct rt_chan *chans[N];
static struct rt_select_case cases[N];
static int values[N];

static void
sender (void *arg)
{
  int i = (int) (intptr_t) arg;

  rt_sleep (SETTLE);
  send_int (chans[i], i);
}

int
main (void)
{
  static const int sizes[] = { 1, 2, 3, 4, 5, 8, 9, 16, 17, 64, 65, 500, N };
  size_t k;
  int i, n;

  /* Every channel twice, far from each other.  */
  for (i = 0; i < N; i++)
    chans[i] = i < N / 2 ? chan_new (sizeof (int), 0) : chans[N - 1 - i];
  for (k = 0; k < sizeof sizes / sizeof *sizes; k++)
    {
      int target;
      size_t index = N;

      n = sizes[k];
      target = n * 2 / 3;
      for (i = 0; i < N; i++)
        {
          cases[i] = recv_case (chans[i], &values[i]);
          values[i] = -1;
        }
      CHECK_EQ (rt_select (cases, n, 0, &index), RT_EAGAIN);
      CHECK_EQ (rt_select (cases, n, 1 * MS, &index), RT_ETIMEOUT);
      CHECK_EQ (rt_go (sender, (void *) (intptr_t) target), 0);
      CHECK_EQ (rt_select (cases, n, RT_FOREVER, &index), 0);
      CHECK (index == (size_t) target || index == (size_t) (N - 1 - target));
      for (i = 0; i < N; i++)
        CHECK_EQ (values[i], i == (int) index ? target : -1);
    }
  CHECK_EQ (n, N);

  /* And ready at once.  */
  for (i = 0; i < 5; i++)
    {
      size_t index = N;

      CHECK_EQ (rt_go (sender, (void *) (intptr_t) i), 0);
      rt_sleep (2 * SETTLE);
      CHECK_EQ (rt_select (cases, N, 0, &index), 0);
      CHECK_EQ (values[index], i);
    }
  for (i = 0; i < N / 2; i++)
    CHECK_EQ (rt_chan_free (chans[i]), 0);
  return 0;
}
