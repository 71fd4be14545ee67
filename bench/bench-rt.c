/* bench-rt.c: what libruntime's operations cost.
   SPDX-License-Identifier: MIT  */

#include "bench.h"

#include <stdio.h>
#include <string.h>

#include "rt.h"

static void *add, *callk;
static double value[ROUNDS];

/* -- Calls ------------------------------------------------------------- */

#define CALLS 200000

static void
bench_call (void)
{
  int r, i;

  for (r = 0; r < ROUNDS; r++)
    {
      double t = bench_now ();

      for (i = 0; i < CALLS; i++)
        rt_syscall (add, 2, (uintptr_t) i, 1, 0);
      value[r] = (bench_now () - t) / CALLS;
    }
  bench_report ("call", value);
}

/* A call by a function pointer, as C has it.  */
static void
bench_pointer (void)
{
  intptr_t (*f) (intptr_t, intptr_t) = (intptr_t (*) (intptr_t, intptr_t)) add;
  int r, i;

  for (r = 0; r < ROUNDS; r++)
    {
      double t = bench_now ();

      for (i = 0; i < CALLS; i++)
        f (i, 1);
      value[r] = (bench_now () - t) / CALLS;
    }
  bench_report ("pointer", value);
}

static intptr_t
called_back (intptr_t i)
{
  return i + 1;
}

static void
bench_callback (void)
{
  void *callback;
  int r;

  rt_callback_new ((void *) called_back, "l(l)", &callback);
  for (r = 0; r < ROUNDS; r++)
    {
      double t = bench_now ();

      rt_syscall (callk, 2, (uintptr_t) callback, CALLS, 0);
      value[r] = (bench_now () - t) / CALLS;
    }
  bench_report ("callback", value);
}

/* -- Goroutines -------------------------------------------------------- */

static struct rt_chan *ping, *pong, *done;

static void
yield (void *arg)
{
  int i, n = (int) (intptr_t) arg;

  for (i = 0; i < n; i++)
    rt_gosched ();
  rt_chan_send (done, NULL);
}

static void
bench_gosched (void)
{
  int r;

  for (r = 0; r < ROUNDS; r++)
    {
      double t = bench_now ();

      rt_go (yield, (void *) (intptr_t) (CALLS / 2));
      rt_go (yield, (void *) (intptr_t) (CALLS / 2));
      rt_chan_recv (done, NULL);
      rt_chan_recv (done, NULL);
      value[r] = (bench_now () - t) / CALLS;
    }
  bench_report ("gosched", value);
}

static void
ponger (void *arg)
{
  int i, n = (int) (intptr_t) arg, v;

  for (i = 0; i < n; i++)
    {
      rt_chan_recv (ping, &v);
      rt_chan_send (pong, &v);
    }
}

static void
bench_pingpong (void)
{
  int r, i, v = 0;

  for (r = 0; r < ROUNDS; r++)
    {
      double t;

      rt_go (ponger, (void *) (intptr_t) (CALLS / 2));
      t = bench_now ();
      for (i = 0; i < CALLS / 2; i++)
        {
          rt_chan_send (ping, &v);
          rt_chan_recv (pong, &v);
        }
      value[r] = (bench_now () - t) / CALLS;
    }
  bench_report ("pingpong", value);
}

static void
nothing (void *arg)
{
  (void) arg;
}

#define GOS 20000

static void
bench_go (void)
{
  int r, i;

  for (r = 0; r < ROUNDS; r++)
    {
      double t = bench_now ();

      for (i = 0; i < GOS; i++)
        {
          rt_go (nothing, NULL);
          if (i % 100 == 99)
            while (rt_numgoroutine () > 1)
              rt_gosched ();
        }
      value[r] = (bench_now () - t) / GOS;
    }
  bench_report ("go", value);
}

/* -- Stacks ------------------------------------------------------------ */

/* The same source as bench.go's: a buffer of 96 bytes a level.  It lives
   on the data stack, so both stacks grow.  */
static int __attribute__ ((noinline))
recurse (int n)
{
  volatile char b[96];

  b[n & 63] = (char) n;
  if (n == 0)
    return b[0];
  return recurse (n - 1) + (b[n & 63] & 1);
}

/* Without a buffer: the control stack alone.  */
static uintptr_t __attribute__ ((noinline))
recurse_bare (uintptr_t n, uintptr_t a, uintptr_t b, uintptr_t c)
{
  if (n == 0)
    return a + b + c;
  return (recurse_bare (n - 1, b + 1, c ^ a, a + n) ^ a) + (b ^ c) + n;
}

static int depth, bare;
static volatile uintptr_t sink;
static double elapsed;

/* What Go's frame takes a level.  */
#define LEVEL 136

static void
run_recurse (void *arg)
{
  double t = bench_now ();

  (void) arg;
  if (bare)
    sink = recurse_bare ((uintptr_t) depth, 1, 2, 3);
  else
    recurse (depth);
  elapsed = bench_now () - t;
  rt_chan_send (done, NULL);
}

/* A fresh goroutine grows to BYTES.  */
static void
bench_grow (const char *name, int bytes)
{
  int r;

  depth = bytes / LEVEL;
  for (r = 0; r < ROUNDS; r++)
    {
      rt_go (run_recurse, NULL);
      rt_chan_recv (done, NULL);
      value[r] = elapsed;
    }
  bench_report (name, value);
}

/* -- Memory ------------------------------------------------------------ */

#define PARKED 100000

static void
park (void *arg)
{
  (void) arg;
  rt_chan_recv (ping, NULL);
}

static void
bench_memory (void)
{
  uint64_t before = bench_working_set ();
  int i;

  for (i = 0; i < PARKED; i++)
    rt_go (park, NULL);
  for (i = 0; i < 10; i++)
    rt_gosched ();
  for (i = 0; i < ROUNDS; i++)
    value[i] = (double) (bench_working_set () - before) / PARKED;
  bench_report ("memory", value);
}

int
main (void)
{
  void *dll;

  if (rt_loadlibrary ((const uint16_t *) L"bench-dll.dll", &dll)
      || rt_getprocaddress (dll, "add", &add)
      || rt_getprocaddress (dll, "callk", &callk)
      || rt_chan_new (sizeof (int), 0, &ping)
      || rt_chan_new (sizeof (int), 0, &pong)
      || rt_chan_new (0, 0, &done))
    {
      printf ("no bench-dll.dll\n");
      return 1;
    }
  bench_call ();
  bench_pointer ();
  bench_callback ();
  bench_gosched ();
  bench_pingpong ();
  bench_go ();
  bench_grow ("grow64k", 64 << 10);
  bench_grow ("grow1m", 1 << 20);
  bare = 1;
  bench_grow ("bare64k", 64 << 10);
  bench_grow ("bare1m", 1 << 20);
  bench_memory ();
  return 0;
}
