/* The second DLL.  */

#include "dll-test.h"
#include "rt.h"

static struct rt_chan *from, *to;

__declspec (dllexport) int
other_down (int n, int (*next) (int, int *), int *up)
{
  int here = *up + n;
  int *volatile p = &here;
  int result = n > 0 ? next (n - 1, p) + 1 : 0;

  *up += 1;
  return result;
}

static void
square (void *arg)
{
  int n;

  (void) arg;
  while (rt_chan_recv (from, &n) == 0)
    {
      n *= n;
      CHECK_EQ (rt_chan_send (to, &n), 0);
    }
  CHECK_EQ (rt_chan_close (to), 0);
}

__declspec (dllexport) void
other_squares (struct rt_chan *numbers, struct rt_chan *squares)
{
  from = numbers;
  to = squares;
  CHECK_EQ (rt_go (square, NULL), 0);
}
