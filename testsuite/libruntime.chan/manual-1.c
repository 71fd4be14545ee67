/* Workers square numbers; main collects until nothing comes for a while.  */

#include <rt.h>
#include <stdio.h>

static struct rt_chan *numbers, *squares;
static struct rt_waitgroup workers;

static void
work (void *arg)
{
  int n;

  (void) arg;
  while (rt_chan_recv (numbers, &n) == 0)
    {
      n *= n;
      rt_chan_send (squares, &n);
    }
  rt_waitgroup_done (&workers); /* The channel is closed.  */
}

int
main (void)
{
  struct rt_select_case cases[1];
  size_t index;
  int i, n, sum = 0;

  if (rt_chan_new (sizeof n, 4, &numbers) != 0
      || rt_chan_new (sizeof n, 100, &squares) != 0)
    return 1;
  rt_waitgroup_add (&workers, 3);
  for (i = 0; i < 3; i++)
    rt_go (work, NULL);
  for (i = 1; i <= 100; i++)
    rt_chan_send (numbers, &i);
  rt_chan_close (numbers);
  rt_waitgroup_wait (&workers);

  cases[0].op = RT_SELECT_RECV;
  cases[0].chan = squares;
  cases[0].elem = &n;
  while (rt_select (cases, 1, 10000000, &index) == 0)   /* 10 ms.  */
    sum += n;
  printf ("the sum of 100 squares is %d\n", sum);
  return 0;
}

/* { dg-do run } */
/* { dg-match "the sum of 100 squares is 338350\n" } */
