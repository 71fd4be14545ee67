/* The traceback of a fault in a callback goes on in what made the call.  */
/* { dg-do run } */
/* { dg-dll "fault-callback-1-dll.c" } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: access violation reading 0x10 at pc 0x" } */
/* { dg-match "\n  inner\\+0x\[^\n\]*\n  --- callback ---\n  call_back\\+0x0 in \[^\n\]*\n  outer\\+0x\[^\n\]*\n  --- callback ---\n  call_back\\+0x0 in \[^\n\]*\n  main\\+0x" } */

#include "rt-test.h"
#include "rt.h"

static void *call_back;

static int __attribute__ ((noinline))
inner (int n)
{
  return *(volatile int *) (uintptr_t) (n + 13);
}

static int __attribute__ ((noinline))
outer (int n)
{
  void *callback;

  CHECK_EQ (rt_callback_new (inner, "i(i)", &callback), 0);
  return (int) rt_syscall (call_back, 2, (uintptr_t) callback, n, 0).r1;
}

int
main (void)
{
  void *callback;

  call_back = test_proc ("fault-callback-1-dll.dll", "call_back");
  CHECK_EQ (rt_callback_new (outer, "i(i)", &callback), 0);
  return (int) rt_syscall (call_back, 2, (uintptr_t) callback, 3, 0).r1;
}
