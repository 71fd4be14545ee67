/* Callbacks on a goroutine and on foreign threads block on a channel ten
   times each, and stay on their thread.  */
/* { dg-do run } */
/* { dg-dll "foreign-1-dll.c" "link" } */

#include "cb-test.h"

#define TIMES 10

__declspec (dllimport) void from_threads (int (*f) (int, int), int threads,
                                          int count);

static struct rt_chan *requests, *answers[4];

struct request
{
  int id, value;
};

static void
server (void *unused)
{
  struct request request;

  (void) unused;
  while (rt_chan_recv (requests, &request) == 0)
    {
      request.value *= 2;
      CHECK_EQ (rt_chan_send (answers[request.id], &request.value), 0);
    }
}

static int
called_back (int id, int i)
{
  unsigned long thread = GetCurrentThreadId ();
  struct request request = { id, 0 };
  int k, answer;

  for (k = 0; k < TIMES; k++)
    {
      request.value = k + i;
      CHECK_EQ (rt_chan_send (requests, &request), 0);
      answer = -1;
      CHECK_EQ (rt_chan_recv (answers[id], &answer), 0);
      CHECK_EQ (answer, 2 * (k + i));
      CHECK_EQ (GetCurrentThreadId (), thread);
      recurse (k);
    }
  return id * 1000 + i;
}

int
main (void)
{
  int (*f) (int, int) = callback_new (called_back, "i(ii)");
  int i;

  CHECK_EQ (rt_chan_new (sizeof (struct request), 0, &requests), 0);
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_chan_new (sizeof (int), 0, &answers[i]), 0);
  CHECK_EQ (rt_go (server, NULL), 0);
  for (i = 0; i < 3; i++)
    CHECK_EQ (f (3, i), 3000 + i);      /* From this goroutine.  */
  from_threads (f, 4, 3);
  CHECK_EQ (rt_chan_close (requests), 0);
  return 0;
}
