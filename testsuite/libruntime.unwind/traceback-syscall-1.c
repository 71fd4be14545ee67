/* A traceback names the functions that rt_syscall is calling: that of a
   goroutine that waits in one, and each from which a callback came.  The
   callbacks make calls of their own, so the record of the call under way
   must have been saved before them and put back after.  */
/* { dg-do run } */
/* { dg-dll "traceback-syscall-1-dll.c" } */
/* { dg-env "RT_TRACEBACK=all" } */
/* { dg-should-fail 2 } */
/* { dg-match "\\\[running\\\]:\n  fault\\+0x\[^\n\]*\n  --- callback ---\n  through\\+0x0 in traceback-syscall-1-dll.dll .0x\[0-9a-f\]+.\n  nested\\+0x\[^\n\]*\n  --- callback ---\n  through\\+0x0 in traceback-syscall-1-dll.dll .0x\[0-9a-f\]+.\n  main\\+0x" } */
/* { dg-match "\\\[running\\\]:\n  hold\\+0x0 in traceback-syscall-1-dll.dll .0x\[0-9a-f\]+.\n  holder\\+0x" } */

#include "rt-test.h"
#include "rt.h"

static void *quick, *hold, *through;
static struct rt_chan *held;

static int
call_quick (int n)
{
  uintptr_t args[5] = { (uintptr_t) n };

  CHECK_EQ ((int) rt_syscall (quick, 1, (uintptr_t) n, 0, 0).r1, n + 1);
  CHECK_EQ ((int) rt_syscalln (quick, 5, args).r1, n + 1);
  return n;
}

static int
hold_back (int n)
{
  call_quick (n);
  CHECK_EQ (rt_chan_send (held, &n), 0);
  return n;
}

static void
holder (void *callback)
{
  rt_syscall (hold, 2, (uintptr_t) callback, 60000, 0);
  CHECK (0);
}

static int __attribute__ ((noinline))
fault (int n)
{
  call_quick (n);
  return *(volatile int *) (uintptr_t) (n + 13);
}

static int
nested (int n)
{
  void *callback;

  call_quick (n);
  CHECK_EQ (rt_callback_new (fault, "i(i)", &callback), 0);
  return (int) rt_syscall (through, 2, (uintptr_t) callback, n, 0).r1 + 1;
}

int
main (void)
{
  void *callback, *other;
  int n;

  quick = test_proc ("traceback-syscall-1-dll.dll", "quick");
  hold = test_proc ("traceback-syscall-1-dll.dll", "hold");
  through = test_proc ("traceback-syscall-1-dll.dll", "through");
  CHECK_EQ (rt_chan_new (sizeof n, 0, &held), 0);
  CHECK_EQ (rt_callback_new (hold_back, "i(i)", &callback), 0);
  CHECK_EQ (rt_callback_new (nested, "i(i)", &other), 0);
  CHECK_EQ (rt_go (holder, callback), 0);
  CHECK_EQ (rt_chan_recv (held, &n), 0);
  rt_sleep (300000000);         /* Until it is in hold again.  */
  return (int) rt_syscall (through, 2, (uintptr_t) other, 3, 0).r1;
}
