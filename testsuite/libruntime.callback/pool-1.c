/* Callbacks from the thread pool's threads, from its timers and from a
   timer queue run goroutines' code.  */
/* { dg-do run } */

#include "cb-test.h"

#define IMPORT __declspec (dllimport)
IMPORT int QueueUserWorkItem (unsigned long (*) (void *), void *,
                              unsigned long);
IMPORT int CreateTimerQueueTimer (void **, void *,
                                  void (*) (void *, unsigned char), void *,
                                  unsigned long, unsigned long,
                                  unsigned long);
IMPORT int DeleteTimerQueueTimer (void *, void *, void *);
IMPORT void *CreateThreadpoolWork (void (*) (void *, void *, void *), void *,
                                   void *);
IMPORT void SubmitThreadpoolWork (void *);
IMPORT void WaitForThreadpoolWorkCallbacks (void *, int);
IMPORT void CloseThreadpoolWork (void *);
IMPORT void *CreateThreadpoolTimer (void (*) (void *, void *, void *), void *,
                                    void *);
IMPORT void SetThreadpoolTimer (void *, int64_t *, unsigned long,
                                unsigned long);
IMPORT void WaitForThreadpoolTimerCallbacks (void *, int);
IMPORT void CloseThreadpoolTimer (void *);

static struct rt_chan *chan;
static int works;

static unsigned long
item (void *arg)
{
  int value = (int) (intptr_t) arg;

  recurse (20);
  CHECK_EQ (rt_chan_send (chan, &value), 0);
  return 0;
}

static void
tick (void *arg, unsigned char fired)
{
  int value = 1000 + (int) (intptr_t) arg;
  uint32_t err;

  CHECK_EQ (fired, 1);
  recurse (20);
  err = rt_chan_send (chan, &value);
  CHECK (err == 0 || err == RT_ECLOSED);        /* The last one is late.  */
}

static void
work (void *instance, void *arg, void *of)
{
  CHECK (instance != NULL && of != NULL);
  CHECK_EQ (arg, &works);
  recurse (20);
  __atomic_fetch_add (&works, 1, __ATOMIC_RELAXED);
}

static int
receive (void)
{
  int value = -1;

  CHECK_EQ (rt_chan_recv (chan, &value), 0);
  return value;
}

int
main (void)
{
  unsigned long (*item_f) (void *) = callback_new (item, "I(p)");
  void (*tick_f) (void *, unsigned char) = callback_new (tick, "v(pB)");
  void (*work_f) (void *, void *, void *) = callback_new (work, "v(ppp)");
  int64_t due = -10000;         /* 1 ms.  */
  void *timer, *object;
  int i, sum = 0;

  CHECK_EQ (rt_chan_new (sizeof (int), 0, &chan), 0);
  for (i = 0; i < 20; i++)
    CHECK (QueueUserWorkItem (item_f, (void *) (intptr_t) i, 0));
  for (i = 0; i < 20; i++)
    sum += receive ();
  CHECK_EQ (sum, 190);

  CHECK (CreateTimerQueueTimer (&timer, NULL, tick_f, (void *) 5, 1, 2, 0));
  for (i = 0; i < 5; i++)
    CHECK_EQ (receive (), 1005);
  CHECK_EQ (rt_chan_close (chan), 0);
  CHECK (DeleteTimerQueueTimer (NULL, timer, (void *) -1));     /* Waits.  */

  object = CreateThreadpoolWork (work_f, &works, NULL);
  CHECK (object != NULL);
  for (i = 0; i < 10; i++)
    SubmitThreadpoolWork (object);
  WaitForThreadpoolWorkCallbacks (object, 0);
  CHECK_EQ (works, 10);
  CloseThreadpoolWork (object);

  object = CreateThreadpoolTimer (work_f, &works, NULL);
  CHECK (object != NULL);
  SetThreadpoolTimer (object, &due, 0, 0);
  for (i = 0; works == 10 && i < 1000; i++)
    rt_sleep (5 * MS);
  WaitForThreadpoolTimerCallbacks (object, 0);
  CHECK_EQ (works, 11);
  CloseThreadpoolTimer (object);
  return 0;
}
