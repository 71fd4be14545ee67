/* What unwind.exp runs under gdb: a goroutine stops in gdb_stop (), first on
   its grown stack, then in a callback.  */

#include "rt-test.h"
#include "rt.h"

static volatile int stops;

static int __attribute__ ((noinline))
gdb_stop (int n)
{
  return n + stops++;
}

static int __attribute__ ((noinline))
recurse (int depth)
{
  volatile char buffer[256];
  int r;

  buffer[0] = (char) depth;
  r = depth ? recurse (depth - 1) + 1 : gdb_stop (0);
  return r + (buffer[0] - (char) depth);
}

static int __attribute__ ((noinline))
back (int n)
{
  return recurse (n) + 1;
}

static void
goroutine (void *done)
{
  CHECK_EQ (recurse (100), 100);
  CHECK_EQ (rt_chan_close (done), 0);
}

int
main (void)
{
  void *call_back = test_proc ("gdb-1-dll.dll", "call_back");
  void *callback;
  struct rt_chan *done;

  CHECK_EQ (rt_chan_new (0, 0, &done), 0);
  CHECK_EQ (rt_go (goroutine, done), 0);
  CHECK_EQ (rt_chan_recv (done, NULL), RT_ECLOSED);
  CHECK_EQ (rt_callback_new (back, "i(i)", &callback), 0);
  CHECK_EQ ((int) rt_syscall (call_back, 2, (uintptr_t) callback, 50, 0).r1,
            50 + 1 + 1 + 1);
  return 0;
}
