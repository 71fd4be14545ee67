/* Plain code that makes calls by rt_syscall.  */

#include "rt-test.h"
#include "rt.h"

uintptr_t plain_calls (void *weigh);

uintptr_t
plain_calls (void *weigh)
{
  uintptr_t args[600];
  struct rt_result r;
  uintptr_t n, i, sum = 0;

  r = rt_syscall (weigh, 3, 2, 10, 20);
  CHECK_EQ (r.r1, 50);
  CHECK_EQ (r.err, 1002);
  r = rt_syscall (NULL, 3, 2, 10, 20);
  CHECK_EQ (r.err, RT_EINVAL);
  for (n = 0; n < 600; n += n < 40 ? 1 : 37)
    {
      args[0] = n;
      sum = 0;
      for (i = 1; i <= n; i++)
        {
          args[i] = i << 33;
          sum += i * args[i];
        }
      r = rt_syscalln (weigh, n + 1, args);
      CHECK_EQ (r.r1, sum);
      CHECK_EQ (r.err, (uint32_t) (n + 1000));
    }
  return 3;
}
