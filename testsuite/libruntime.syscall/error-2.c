/* A thousand goroutines on four p's: each call's result and error are its
   own, whether it blocks or not.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" } */
/* { dg-env "RT_MAXPROCS=4" } */

#include "syscall-test.h"

#define GOROUTINES 1000
#define ROUNDS 3

static void *fail_fn, *nap_fn, *weigh_fn;
static struct rt_waitgroup done;

static void
calls (void *arg)
{
  uintptr_t n = (uintptr_t) arg;
  struct rt_result r;
  int i;

  for (i = 0; i < ROUNDS; i++)
    {
      r = rt_syscall (fail_fn, 1, n * ROUNDS + i + 1, 0, 0);
      CHECK_EQ (r.err, (uint32_t) (n * ROUNDS + i + 1));
      rt_gosched ();
      r = rt_syscall6 (weigh_fn, 5, 4, n, 2 * n, 3 * n, 4 * n, 0);
      CHECK_EQ (r.r1, 30 * n);
      CHECK_EQ (r.err, 1004);
      if (n % 100 == 0)
        {
          r = rt_syscall (nap_fn, 2, 2, n + i + 1, 0);
          CHECK_EQ (r.err, (uint32_t) (n + i + 1));
        }
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  uintptr_t i;

  fail_fn = test_proc ("calls-dll.dll", "fail");
  nap_fn = test_proc ("calls-dll.dll", "nap");
  weigh_fn = test_proc ("calls-dll.dll", "weigh");
  CHECK_EQ (rt_waitgroup_add (&done, GOROUTINES), 0);
  for (i = 0; i < GOROUTINES; i++)
    CHECK_EQ (rt_go (calls, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
