/* What unwind.exp runs under gdb with libruntime-gdb.py: goroutines wait in
   every kind of place when main's comes to gdb_stop (), and go on right after
   gdb has looked at them.  */

#include <setjmp.h>

#include "rt-test.h"
#include "rt.h"

static struct rt_chan *go_on, *done;
static void *call_back, *callback;
static volatile int ready;

static int __attribute__ ((noinline))
gdb_stop (void)
{
  return ready;
}

static void __attribute__ ((noinline))
wait_here (void)
{
  ready++;
  CHECK_EQ (rt_chan_recv (go_on, NULL), RT_ECLOSED);
}

static int __attribute__ ((noinline))
recurse (int depth)
{
  volatile char buffer[256];
  int r = 0;

  buffer[0] = (char) depth;
  if (depth > 0)
    r = recurse (depth - 1) + 1;
  else
    wait_here ();
  return r + (buffer[0] - (char) depth);
}

/* 2: waits, deep.  */
static void
waiter (void *arg)
{
  (void) arg;
  CHECK_EQ (recurse (20), 20);
  CHECK_EQ (rt_chan_send (done, NULL), 0);
}

/* Pinned: what it calls goes on on another segment.  */
static int __attribute__ ((noinline))
pinned (int n)
{
  jmp_buf jump;

  return setjmp (jump) ? 0 : recurse (n);
}

/* 3: waits, on chained segments.  */
static void
chained (void *arg)
{
  (void) arg;
  CHECK_EQ (pinned (200), 200);
  CHECK_EQ (rt_chan_send (done, NULL), 0);
}

static int
back (int n)
{
  if (n == 0)
    return recurse (3);
  return (int) rt_syscall (call_back, 2, (uintptr_t) callback, n - 1, 0).r1;
}

/* 4: waits, in a callback in a callback.  */
static void
nested (void *arg)
{
  (void) arg;
  CHECK_EQ (back (2), 3 + 2);
  CHECK_EQ (rt_chan_send (done, NULL), 0);
}

/* 5: is in a call.  */
static void
sleeper (void *arg)
{
  (void) arg;
  ready++;
  Sleep (2000);
  CHECK_EQ (rt_chan_send (done, NULL), 0);
}

int
main (void)
{
  void (*const functions[]) (void *) = { waiter, chained, nested, sleeper };
  int i;

  call_back = test_proc ("gdb-1-dll.dll", "call_back");
  CHECK_EQ (rt_callback_new (back, "i(i)", &callback), 0);
  CHECK_EQ (rt_chan_new (0, 0, &go_on), 0);
  CHECK_EQ (rt_chan_new (0, 0, &done), 0);
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_go (functions[i], NULL), 0);
  while (ready < 4)
    rt_sleep (10000000);
  rt_sleep (100000000);
  CHECK_EQ (gdb_stop (), 4);
  CHECK_EQ (rt_chan_close (go_on), 0);
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_chan_recv (done, NULL), 0);
  return 0;
}
