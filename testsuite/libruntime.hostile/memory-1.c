/* What can say that there is no memory says so: wherever the heap or
   VirtualAlloc fails, the function returns RT_ENOMEM, has done nothing, and
   has lost neither a block nor an address.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "../libruntime.fault/fault-test.h"
#include "inject.h"

#define ALWAYS 1000000000
#define ROUNDS 100

static volatile int ran;

static void
run (void *arg)
{
  (void) arg;
  ran++;
}

static void
parked (void *arg)
{
  CHECK_EQ (rt_chan_recv (arg, NULL), RT_ECLOSED);
}

static void
refuse_chan (void)
{
  struct rt_chan *chan = (struct rt_chan *) 7;

  inject ("HeapAlloc", 1, ALWAYS);
  CHECK_EQ (rt_chan_new (8, 1000, &chan), RT_ENOMEM);
  inject ("", 0, 0);
  CHECK (chan == (struct rt_chan *) 7);
}

/* There must be no goroutine that has ended and could be used again: so as
   many as there ever were are kept busy.  */
static void
refuse_go (const char *what, long nth)
{
  uint32_t before = rt_numgoroutine (), err;

  inject (what, nth, ALWAYS);
  err = rt_go (run, NULL);
  inject ("", 0, 0);
  CHECK_EQ (err, RT_ENOMEM);
  CHECK_EQ (rt_numgoroutine (), before);
}

static void
refuse_try (void *arg)
{
  uintptr_t value = 7;

  (void) arg;
  ran = 0;
  inject ("HeapAlloc", 1, ALWAYS);
  CHECK_EQ (rt_try (run, NULL, &value), RT_ENOMEM);
  inject ("", 0, 0);
  CHECK_EQ (ran, 0);
  CHECK_EQ (value, 7);
  CHECK_EQ (rt_try (run, NULL, &value), 0);
  CHECK_EQ (ran, 1);
}

/* Four tries have room, the fifth needs more.  */
static void
refuse_deep_try (void *arg)
{
  uintptr_t depth = (uintptr_t) arg;

  if (depth < 4)
    CHECK_EQ (rt_try (refuse_deep_try, (void *) (depth + 1), NULL), 0);
  else
    {
      inject ("HeapAlloc", 1, ALWAYS);
      CHECK_EQ (rt_try (run, NULL, NULL), RT_ENOMEM);
      inject ("", 0, 0);
    }
}

static struct rt_chan *never[12];

static void
refuse_select (void *arg)
{
  struct rt_select_case cases[12];
  size_t i, n, which = 77;

  (void) arg;
  for (i = 0; i < 12; i++)
    {
      cases[i].op = RT_SELECT_RECV;
      cases[i].chan = never[i];
      cases[i].elem = NULL;
      cases[i].err = 7;
    }
  for (n = 1; n <= 12; n += 11)
    {
      inject ("HeapAlloc", 1, ALWAYS);
      CHECK_EQ (rt_select (cases, n, 1000, &which), RT_ENOMEM);
      inject ("", 0, 0);
      CHECK_EQ (which, 77);
      CHECK_EQ (cases[0].err, 7);
      CHECK_EQ (rt_select (cases, n, 1000, &which), RT_ETIMEOUT);
    }
}

/* The record is there, the heap of timers is not: the select's waiters have to
   leave the channels again.  */
static void
refuse_timer (void *arg)
{
  struct rt_select_case c = { RT_SELECT_RECV, never[0], NULL, 7 };
  size_t which = 77;

  (void) arg;
  inject ("HeapAlloc", 2, ALWAYS);
  CHECK_EQ (rt_select (&c, 1, 1000, &which), RT_ENOMEM);
  inject ("", 0, 0);
  CHECK_EQ (which, 77);
  CHECK_EQ (rt_chan_free (never[0]), 0);
  CHECK_EQ (rt_chan_new (0, 0, &never[0]), 0);
}

int
main (void)
{
  struct rt_chan *hold;
  long b, r;
  int i, busy = 0;

  for (i = 0; i < 12; i++)
    CHECK_EQ (rt_chan_new (0, 0, &never[i]), 0);
  CHECK_EQ (rt_chan_new (0, 0, &hold), 0);
  on_fresh (refuse_timer, NULL);
  on_fresh (refuse_select, NULL);
  on_fresh (refuse_try, NULL);
  on_fresh (refuse_deep_try, NULL);
  whole ();

  while (ran = 0, busy < 8)
    {
      CHECK_EQ (rt_go (parked, hold), 0);
      busy++;
    }
  rt_gosched ();
  refuse_go ("HeapAlloc", 1);
  refuse_go ("VirtualAlloc", 1);
  b = blocks ();
  r = ranges ();
  for (i = 0; i < ROUNDS; i++)
    {
      refuse_chan ();
      refuse_go ("VirtualAlloc", 1);
      refuse_go ("commit", 1);
    }
  /* With RT_DEBUG=movestack, segments that are out of use take more.  */
  if (!getenv ("RT_DEBUG"))
    {
      CHECK (blocks () <= b);
      CHECK (ranges () <= r);
    }
  CHECK_EQ (ran, 0);

  /* And all is well.  */
  for (i = 0; i < 100; i++)
    CHECK_EQ (rt_go (run, NULL), 0);
  while (ran < 100)
    rt_gosched ();
  CHECK_EQ (rt_chan_close (hold), 0);
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  whole ();
  return 0;
}
