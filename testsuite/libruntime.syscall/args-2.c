/* rt_syscall, 6, 9, 12, 15 pass as many of their arguments as they are
   told to, and have the call's results.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" } */

#include "syscall-test.h"

#define A(i) ((i) * (uintptr_t) 0x1000000001)

static uintptr_t
sum (uintptr_t n)
{
  uintptr_t s = 0, i;

  for (i = 1; i <= n; i++)
    s += i * A (i + 1);
  return s;
}

static void
check (struct rt_result r, uintptr_t n)
{
  CHECK_EQ (r.r1, sum (n - 1));
  CHECK_EQ (r.err, (uint32_t) (n - 1 + 1000));
}

int
main (void)
{
  void *weigh = test_proc ("calls-dll.dll", "weigh");
  void *none = test_proc ("calls-dll.dll", "none");
  uintptr_t n;

  CHECK_EQ (rt_syscall (none, 0, 1, 2, 3).r1, 0x8123456789abcdef);
  for (n = 1; n <= 3; n++)
    check (rt_syscall (weigh, n, n - 1, A (2), A (3)), n);
  for (n = 1; n <= 6; n++)
    check (rt_syscall6 (weigh, n, n - 1, A (2), A (3), A (4), A (5), A (6)),
           n);
  for (n = 1; n <= 9; n++)
    check (rt_syscall9 (weigh, n, n - 1, A (2), A (3), A (4), A (5), A (6),
                        A (7), A (8), A (9)), n);
  for (n = 1; n <= 12; n++)
    check (rt_syscall12 (weigh, n, n - 1, A (2), A (3), A (4), A (5), A (6),
                         A (7), A (8), A (9), A (10), A (11), A (12)), n);
  for (n = 1; n <= 15; n++)
    check (rt_syscall15 (weigh, n, n - 1, A (2), A (3), A (4), A (5), A (6),
                         A (7), A (8), A (9), A (10), A (11), A (12),
                         A (13), A (14), A (15)), n);
  return 0;
}
