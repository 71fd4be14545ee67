/* 1000 goroutines on 4 p's keep their own GetLastError and errno over
   parking, wherever they go on.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */

#include <errno.h>

#include "rt-test.h"
#include "rt.h"

#define MANY 1000
#define ROUNDS 5

static struct rt_waitgroup done;

static void
keep (void *arg)
{
  unsigned long n = (unsigned long) (uintptr_t) arg;
  int i;

  for (i = 0; i < ROUNDS; i++)
    {
      SetLastError (n + i);
      errno = (int) n - i;
      if (n % 100 == 0)
        rt_sleep (1000000);
      else
        rt_gosched ();
      CHECK_EQ (GetLastError (), n + i);
      CHECK_EQ (errno, (int) n - i);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  uintptr_t i;

  CHECK_EQ (rt_waitgroup_add (&done, MANY), 0);
  for (i = 0; i < MANY; i++)
    CHECK_EQ (rt_go (keep, (void *) (i + 1)), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
