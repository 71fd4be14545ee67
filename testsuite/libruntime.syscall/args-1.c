/* rt_syscalln passes 0 to 42 arguments, and its limit of 1024.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" } */

#include "syscall-test.h"

static uintptr_t args[RT_SYSCALL_MAX];

static void
weighed (void *weigh, uintptr_t n)
{
  uintptr_t sum = 0, i;
  struct rt_result r;

  args[0] = n;
  for (i = 1; i <= n; i++)
    {
      args[i] = i * 0x0123456789abcdef;
      sum += i * args[i];
    }
  r = rt_syscalln (weigh, n + 1, args);
  CHECK_EQ (r.r1, sum);
  CHECK_EQ (r.err, (uint32_t) (n + 1000));
}

static void
all (void *unused)
{
  void *weigh = test_proc ("calls-dll.dll", "weigh");
  struct rt_result r;
  uintptr_t n;

  (void) unused;
  r = rt_syscalln (test_proc ("calls-dll.dll", "none"), 0, NULL);
  CHECK_EQ (r.r1, 0x8123456789abcdef);
  CHECK_EQ (r.err, 12);
  for (n = 0; n < 42; n++)
    weighed (weigh, n);
  weighed (weigh, RT_SYSCALL_MAX - 1);
}

int
main (void)
{
  all (NULL);
  on_fresh (all, NULL);
  return 0;
}
