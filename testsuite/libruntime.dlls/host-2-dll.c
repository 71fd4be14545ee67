/* The first of two DLLs with goroutines.  It calls the second, and lends it a
   channel.  */

#include "dll-test.h"
#include "rt.h"

__declspec (dllimport) int other_down (int n, int (*next) (int, int *),
                                       int *up);
__declspec (dllimport) void other_squares (struct rt_chan *from,
                                           struct rt_chan *to);

static HANDLE done;
static int sum;

static int
down (int n, int *up)
{
  int here = *up + n;
  int *volatile p = &here;
  int result = n > 0 ? other_down (n - 1, down, p) + 1 : 0;

  *up += 1;
  return result;
}

static void
work (void *arg)
{
  struct rt_stackinfo before, after;
  struct rt_chan *numbers, *squares;
  int x = 0, i, n;

  /* Their functions are by turns on one stack, which moves.  */
  CHECK_EQ (rt_stackinfo (&before), 0);
  CHECK_EQ (down (600, &x), 600);
  CHECK_EQ (rt_stackinfo (&after), 0);
  CHECK (after.moves > before.moves);
  CHECK_EQ (after.chains, before.chains);

  CHECK_EQ (rt_chan_new (sizeof (int), 3, &numbers), 0);
  CHECK_EQ (rt_chan_new (sizeof (int), 0, &squares), 0);
  other_squares (numbers, squares);
  for (i = 1; i <= 100; i++)
    {
      CHECK_EQ (rt_chan_send (numbers, &i), 0);
      CHECK_EQ (rt_chan_recv (squares, &n), 0);
      sum += n;
    }
  CHECK_EQ (rt_chan_close (numbers), 0);
  CHECK_EQ (rt_chan_recv (squares, &n), RT_ECLOSED);
  CHECK_EQ (rt_chan_free (squares), 0);
  CHECK_EQ (rt_chan_free (numbers), 0);
  SetEvent (*(HANDLE *) arg);
}

__declspec (dllexport) int
sum_of_squares (void)
{
  sum = 0;
  done = CreateEventA (NULL, FALSE, FALSE, NULL);
  CHECK_EQ (rt_go (work, &done), 0);
  CHECK_EQ (WaitForSingleObject (done, INFINITE), 0);
  CloseHandle (done);
  return sum;
}
