/* A goroutine that makes one short Windows call after the other does not
   keep the only p for itself.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-timeout 20 } */

#include "rt-test.h"
#include "rt.h"

static volatile int stop;

static void
hog (void *arg)
{
  (void) arg;
  while (!stop)
    Sleep (0);
}

int
main (void)
{
  int i;

  for (i = 0; i < 5; i++)
    CHECK_EQ (rt_go (hog, NULL), 0);
  for (i = 0; i < 5; i++)
    rt_gosched ();
  stop = 1;
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  return 0;
}
