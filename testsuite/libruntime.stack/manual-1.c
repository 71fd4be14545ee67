/* The stack moves under a deep recursion, the addresses of locals stay.  */

#include <rt.h>
#include <stdio.h>

/* Add up the numbers from N down, in the local of a caller.  */
static void
add (int n, int *sum)
{
  int rest = 0;

  if (n > 0)
    add (n - 1, &rest);
  *sum = rest + n;
}

static void
run (void *done)
{
  struct rt_stackinfo before, after;
  int sum;

  rt_stackinfo (&before);
  add (1000, &sum);
  rt_stackinfo (&after);
  printf ("sum %d, the stack has grown: %s, moved: %s\n", sum,
          after.control_size > before.control_size ? "yes" : "no",
          after.moves > before.moves ? "yes" : "no");
  rt_chan_send (done, NULL);
}

int
main (void)
{
  struct rt_chan *done;

  if (rt_chan_new (0, 0, &done) != 0 || rt_go (run, done) != 0)
    return 1;
  rt_chan_recv (done, NULL);
  return 0;
}

/* { dg-do run } */
/* { dg-match "sum 500500, the stack has grown: yes, moved: yes\n" } */
