/* A callback waits on a channel, selects and sleeps, while others run; the
   call that caused it goes on as if nothing had been.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 10

static struct rt_chan *request, *answer, *never;
static int compared;

static void
server (void *arg)
{
  int value;

  (void) arg;
  while (rt_chan_recv (request, &value) == 0)
    send_int (answer, -value);
}

static int
compare (const void *a, const void *b)
{
  int x = *(const int *) a, y = *(const int *) b, got;
  struct rt_select_case cases[2];
  size_t index = 9;

  send_int (request, x);
  CHECK_EQ (recv_int (answer), -x);
  send_int (request, y);
  cases[0] = recv_case (never, &got);
  cases[1] = recv_case (answer, &got);
  CHECK_EQ (rt_select (cases, 2, RT_FOREVER, &index), 0);
  CHECK_EQ (index, 1);
  CHECK_EQ (got, -y);
  if (++compared % 5 == 0)
    {
      rt_sleep (MS);
      CHECK_EQ (rt_select (cases, 1, MS, &index), RT_ETIMEOUT);
    }
  return x - y;
}

int
main (void)
{
  int numbers[N], i;
  void *callback = NULL;

  request = chan_new (sizeof (int), 0);
  answer = chan_new (sizeof (int), 0);
  never = chan_new (sizeof (int), 0);
  CHECK_EQ (rt_go (server, NULL), 0);
  CHECK_EQ (rt_callback_new ((void *) compare, "i(pp)", &callback), 0);
  for (i = 0; i < N; i++)
    numbers[i] = i * 7 % N;
  qsort (numbers, N, sizeof *numbers,
         (int (*) (const void *, const void *)) callback);
  for (i = 0; i < N; i++)
    CHECK_EQ (numbers[i], i);
  CHECK (compared >= N - 1);
  CHECK_EQ (rt_callback_free (callback), 0);
  CHECK_EQ (rt_chan_close (request), 0);
  return 0;
}
