/* A callback parks, while other goroutines make calls and use the Windows
   thread pool; the call around it has its results.  */
/* { dg-do run } */
/* { dg-dll "seed-2-dll.c" } */

#include "syscall-test.h"

#define ROUNDS 20

__declspec (dllimport) int QueueUserWorkItem (unsigned long (*) (void *),
                                              void *, unsigned long);

static void *cfunc, *other, *callback, *pool_callback;
static struct rt_chan *to_pool, *from_pool;
static uint32_t callback_thread;

/* On a thread of the pool.  */
static unsigned long
pooled (void *arg)
{
  int value = (int) (intptr_t) arg;

  recurse (16);
  CHECK_EQ (rt_chan_send (from_pool, &value), 0);
  return 0;
}

static void
pool (void *unused)
{
  int value;

  (void) unused;
  while (rt_chan_recv (to_pool, &value) == 0)
    {
      struct rt_result r = rt_syscall6 (other, 5, 5, 4, 3, 2, 1, 0);

      CHECK_EQ (r.r1, 54321);
      CHECK_EQ (r.err, 7777);
      r = rt_syscall ((void *) QueueUserWorkItem, 3,
                      (uintptr_t) pool_callback, (uintptr_t) value, 0);
      CHECK (r.r1 != 0);
    }
}

static uintptr_t
called_back (uintptr_t n)
{
  int value, i;

  callback_thread = GetCurrentThreadId ();
  for (i = 0; i < 4; i++)
    {
      value = (int) n + i;
      CHECK_EQ (rt_chan_send (to_pool, &value), 0);
      value = -1;
      CHECK_EQ (rt_chan_recv (from_pool, &value), 0);
      CHECK_EQ (value, (int) n + i);
      CHECK_EQ (GetCurrentThreadId (), callback_thread);
    }
  recurse (128);
  return n * 3;
}

static void
caller (void *arg)
{
  uintptr_t n = (uintptr_t) arg;
  struct rt_result r
    = rt_syscall (cfunc, 3, (uintptr_t) callback, n, 500 + n);

  CHECK_EQ (r.r1, n * 3);
  CHECK_EQ (r.err, (uint32_t) (500 + n));
}

int
main (void)
{
  uintptr_t i;

  cfunc = test_proc ("seed-2-dll.dll", "cfunc");
  other = test_proc ("seed-2-dll.dll", "other");
  callback = callback_new (called_back, "L(L)");
  pool_callback = callback_new (pooled, "I(p)");
  CHECK_EQ (rt_chan_new (sizeof (int), 0, &to_pool), 0);
  CHECK_EQ (rt_chan_new (sizeof (int), 0, &from_pool), 0);
  CHECK_EQ (rt_go (pool, NULL), 0);
  for (i = 0; i < ROUNDS; i++)
    on_fresh (caller, (void *) i);
  CHECK_EQ (rt_chan_close (to_pool), 0);
  return 0;
}
