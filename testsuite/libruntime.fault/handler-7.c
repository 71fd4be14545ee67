/* Faults in callbacks, recovered inside of them, and outside: results of
   calls and the system stack are right afterwards.  */
/* { dg-do run } */
/* { dg-dll "try-2-dll.c" "link" } */
/* { dg-timeout 120 } */

#include "fault-test.h"

#define IMPORT __declspec (dllimport)
IMPORT int try_call (int (*function) (int), int n);
IMPORT size_t try_where (void);

static void *call;
static int (*inside) (int), (*outside) (int);

static void
handler (const struct rt_fault *fault)
{
  CHECK_EQ (try_call (abs, -3), 4);
  rt_throw ((uintptr_t) fault->address);
}

static void
loads (void *arg)
{
  *(volatile char *) arg += 1;
}

static int
recovers (int n)
{
  uintptr_t value = 0;

  CHECK_EQ (rt_try (loads, (void *) (intptr_t) n, &value), RT_ETHROWN);
  CHECK_EQ (value, n);
  return n * 2;
}

static int
leaves (int n)
{
  loads ((void *) (intptr_t) n);
  return 0;
}

static void
call_outside (void *arg)
{
  rt_syscall (call, 2, (uintptr_t) outside, (uintptr_t) arg, 0);
  CHECK (0);
}

/* The same by a direct call, and by growable code on the system stack.  */
static void
call_directly (void *arg)
{
  try_call (outside, (int) (intptr_t) arg);
  CHECK (0);
}

static void NOINLINE
all (int n)
{
  uintptr_t value = 0;
  struct rt_result r;

  r = rt_syscall (call, 2, (uintptr_t) inside, n, 0);
  CHECK_EQ (r.r1, n * 2 + 1);
  CHECK_EQ (rt_try (call_outside, (void *) (intptr_t) n, &value), RT_ETHROWN);
  CHECK_EQ (value, n);
  CHECK_EQ (rt_try (call_directly, (void *) (intptr_t) n, &value),
            RT_ETHROWN);
  CHECK_EQ (try_call (inside, n), n * 2 + 1);
}

int
main (void)
{
  void *address;
  size_t where;

  call = test_proc ("try-2-dll.dll", "try_call");
  CHECK_EQ (rt_callback_new (recovers, "i(i)", &address), 0);
  inside = (int (*) (int)) address;
  CHECK_EQ (rt_callback_new (leaves, "i(i)", &address), 0);
  outside = (int (*) (int)) address;
  CHECK_EQ (rt_fault_handler (handler), 0);
  all (1);
  whole ();
  where = try_where ();
  for (int i = 1; i < 2000; i++)
    {
      all (i);
      CHECK_EQ (try_where (), where);
    }
  whole ();
  return 0;
}
