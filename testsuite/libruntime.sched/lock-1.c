/* A goroutine with rt_lockosthread stays on its thread over everything
   that could move it; others never run there.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=2" } */

#include "rt-test.h"
#include "rt.h"

static volatile unsigned long locked_thread;
static volatile int stop;
static struct rt_waitgroup done;

static void
other (void *arg)
{
  (void) arg;
  while (!stop)
    {
      CHECK (GetCurrentThreadId () != locked_thread);
      rt_gosched ();
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static void
locked (void *arg)
{
  int i;

  (void) arg;
  rt_lockosthread ();
  rt_lockosthread ();
  locked_thread = GetCurrentThreadId ();
  for (i = 0; i < 300; i++)
    {
      if (i % 3 == 0)
        rt_sleep (1000000);
      else if (i % 3 == 1)
        rt_gosched ();
      else
        Sleep (0);
      CHECK_EQ (GetCurrentThreadId (), locked_thread);
      if (i == 100)
        rt_unlockosthread ();
    }
  stop = 1;
  locked_thread = 0;
  rt_unlockosthread ();
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  int i;

  CHECK_EQ (rt_waitgroup_add (&done, 5), 0);
  CHECK_EQ (rt_go (locked, NULL), 0);
  while (!locked_thread && !stop)
    rt_gosched ();
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_go (other, NULL), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
