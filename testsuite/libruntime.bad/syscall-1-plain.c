/* The same mistakes on a system stack.  */

#include "rt-test.h"
#include "rt.h"

void plain_calls (void);

void
plain_calls (void)
{
  CHECK_EQ (rt_syscall (NULL, 0, 0, 0, 0).err, RT_EINVAL);
  CHECK_EQ (rt_syscall ((void *) 0xffff, 3, 1, 2, 3).err, RT_EINVAL);
  CHECK_EQ (rt_syscalln ((void *) GetLastError, RT_SYSCALL_MAX + 1, NULL).err,
            RT_EINVAL);
}
