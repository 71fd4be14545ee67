/* A thread that the runtime has never seen makes a parked goroutine ready;
   none of its calls is lost.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 2000

static struct rt_g *parker;
static int given, taken;

static unsigned long
thread (void *arg)
{
  int i;

  (void) arg;
  Sleep (30);
  for (i = 1; i <= N; i++)
    {
      __atomic_store_n (&given, i, __ATOMIC_SEQ_CST);
      CHECK_EQ (rt_ready (parker), 0);
      while (__atomic_load_n (&taken, __ATOMIC_SEQ_CST) != i)
        Sleep (0);
    }
  CHECK_EQ (rt_park (), RT_ENOTG);
  CHECK (rt_self () == NULL);
  return 0;
}

int
main (void)
{
  void *handle;
  int i;

  parker = rt_self ();
  handle = CreateThread (NULL, 0, thread, NULL, 0, NULL);
  CHECK (handle != NULL);
  for (i = 1; i <= N; i++)
    {
      while (__atomic_load_n (&given, __ATOMIC_SEQ_CST) != i)
        CHECK_EQ (rt_park (), 0);
      __atomic_store_n (&taken, i, __ATOMIC_SEQ_CST);
    }
  CHECK_EQ (WaitForSingleObject (handle, 10000), 0);
  return 0;
}
