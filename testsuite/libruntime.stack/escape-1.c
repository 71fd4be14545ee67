/* Addresses of locals that are kept in the heap, in a global and by another
   goroutine are good after the stack has moved.  */
/* { dg-do run } */

#include "stack-test.h"

struct node
{
  int *number;
  double *fraction;
};

static int *global;
static struct rt_chan *chan;

/* Writes through what it is sent.  */
static void
writer (void *unused)
{
  int *to;

  (void) unused;
  while (rt_chan_recv (chan, &to) == 0)
    {
      *to = -*to;
      to = NULL;
      CHECK_EQ (rt_chan_send (chan, &to), 0);
    }
}

static void
run (void *arg)
{
  int a = 1, b = 2, c = 3, *send = &c;
  double f = 0.5;
  struct node *node = malloc (sizeof *node);
  uint64_t depth = (uint64_t) arg;

  node->number = &a;
  node->fraction = &f;
  global = &b;
  CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), depth + 15);
  *node->number += 100;
  *node->fraction += 100;
  *global += 100;
  CHECK_EQ (a, 101);
  CHECK_EQ (b, 102);
  CHECK_EQ_DOUBLE (f, 100.5);

  CHECK_EQ (rt_chan_send (chan, &send), 0);
  CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), depth + 15);
  CHECK_EQ (rt_chan_recv (chan, &send), 0);
  CHECK_EQ (c, -3);
  free (node);
}

int
main (void)
{
  CHECK_EQ (rt_chan_new (sizeof (int *), 0, &chan), 0);
  CHECK_EQ (rt_go (writer, NULL), 0);
  on_fresh (run, (void *) 10);
  on_fresh (run, (void *) 1000);
  run ((void *) 1200);
  CHECK_EQ (rt_chan_close (chan), 0);
  return 0;
}
