/* With one p, goroutines that yield take turns in order.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "rt-test.h"
#include "rt.h"

#define EACH 20

static int turn, ended;

static void
take_turns (void *arg)
{
  int me = (int) (intptr_t) arg, i;

  for (i = 0; i < EACH; i++)
    {
      CHECK_EQ (turn % 3, me);
      turn++;
      rt_gosched ();
    }
  ended++;
}

int
main (void)
{
  intptr_t i;

  /* The one made last runs first.  */
  CHECK_EQ (rt_go (take_turns, (void *) 1), 0);
  CHECK_EQ (rt_go (take_turns, (void *) 2), 0);
  CHECK_EQ (rt_go (take_turns, (void *) 0), 0);
  for (i = 0; ended < 3; i++)
    rt_gosched ();
  CHECK_EQ (turn, 3 * EACH);
  return 0;
}
