/* rt_goexit in callbacks, two deep too, 100000 times: goroutines end, the
   thread's system stack is where it was, and calls are right.  */
/* { dg-do run } */
/* { dg-dll "try-2-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-timeout 240 } */

#include "fault-test.h"

#define IMPORT __declspec (dllimport)
IMPORT int try_call (int (*function) (int), int n);
IMPORT size_t try_where (void);

#define TIMES 100000

static int (*ends) (int), (*calls_it) (int);
static void *call;
static volatile int ended;
static struct rt_waitgroup done;

static int
end (int n)
{
  volatile char buffer[100];

  buffer[n % 100] = 1;
  ended += buffer[n % 100];
  CHECK_EQ (rt_waitgroup_done (&done), 0);
  rt_goexit ();
}

/* It waits first, which binds the goroutine to the thread.  */
static int
call_it (int n)
{
  if (n % 16 == 0)
    rt_gosched ();
  if (n % 100 == 0)
    deep (200, 1, 2, 3, 4, 5);
  return try_call (ends, n);
}

static void
run (void *arg)
{
  uintptr_t n = (uintptr_t) arg;

  if (n % 4 == 0)
    rt_syscall (call, 2, (uintptr_t) calls_it, n, 0);
  else if (n % 4 == 1)
    try_call (calls_it, (int) n);
  else if (n % 4 == 2)
    rt_syscall (call, 2, (uintptr_t) ends, n, 0);
  else
    try_call (ends, (int) n);
  CHECK (0);
}

static int
plus_one (int n)
{
  return n + 1;
}

/* Where a call's frame is on this thread's system stack: always there.  */
static void NOINLINE
check_where (void)
{
  static struct
  {
    unsigned long thread;
    size_t where;
  } seen[100];
  int i = 0;

  rt_lockosthread ();
  while (seen[i].thread && seen[i].thread != GetCurrentThreadId ())
    i++;
  CHECK (i < 99);
  if (!seen[i].thread)
    {
      seen[i].thread = GetCurrentThreadId ();
      seen[i].where = try_where ();
    }
  CHECK_EQ (try_where (), seen[i].where);
  rt_unlockosthread ();
}

int
main (void)
{
  void *address;
  int (*adds) (int);

  call = test_proc ("try-2-dll.dll", "try_call");
  CHECK_EQ (rt_callback_new (end, "i(i)", &address), 0);
  ends = (int (*) (int)) address;
  CHECK_EQ (rt_callback_new (call_it, "i(i)", &address), 0);
  calls_it = (int (*) (int)) address;
  CHECK_EQ (rt_callback_new (plus_one, "i(i)", &address), 0);
  adds = (int (*) (int)) address;

  for (intptr_t i = 0; i < TIMES; i++)
    {
      struct rt_result r;

      if (rt_waitgroup_add (&done, 1) || rt_go (run, (void *) i)
          || rt_waitgroup_wait (&done))
        CHECK (0);
      if (i % 100)
        continue;
      r = rt_syscall (call, 2, (uintptr_t) adds, (uintptr_t) i, 0);
      CHECK_EQ (r.r1, i + 2);
      CHECK_EQ (r.err, 0);
      check_where ();
    }
  CHECK_EQ (ended, TIMES);
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  whole ();
  return 0;
}
