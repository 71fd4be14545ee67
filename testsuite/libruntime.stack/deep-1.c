/* Pointers to locals, passed down through frames that move, are written
   through from below.  */
/* { dg-do run } */

#include "stack-test.h"

struct link
{
  struct link *up;
  int depth, sum;
};

/* Each frame has a local that all frames below it write to.  */
static int NOINLINE
down (int depth, struct link *up, int *first, double *last)
{
  struct link link = { up, depth, 0 }, *l;
  double here = depth + 0.5;

  if (depth > 0)
    {
      CHECK_EQ (down (depth - 1, &link, first, &here), depth - 1);
      CHECK_EQ_DOUBLE (here, depth - 1);
    }
  for (l = &link; l; l = l->up)
    l->sum++;
  *first += 1;
  *last = depth;
  CHECK_EQ (link.sum, depth + 1);
  CHECK_EQ (link.depth, depth);
  return depth;
}

static void
run (void *arg)
{
  int depth = (int) (intptr_t) arg, first = 0;
  double last = 0;

  CHECK_EQ (down (depth, NULL, &first, &last), depth);
  CHECK_EQ (first, depth + 1);
  CHECK_EQ_DOUBLE (last, depth);
}

int
main (void)
{
  on_fresh (run, (void *) 1);
  on_fresh (run, (void *) 30);
  on_fresh (run, (void *) 400);
  return 0;
}
