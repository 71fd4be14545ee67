/* Growth of control and data stack leaves GetLastError and errno as they
   are.  */
/* { dg-do run } */

#include <errno.h>

#include "syscall-test.h"

/* A large frame on both stacks.  */
static int NOINLINE
grow (int depth)
{
  volatile char buffer[3000];

  buffer[depth] = 1;
  if (depth > 0)
    return grow (depth - 1) + buffer[depth];
  CHECK_EQ (GetLastError (), 4711);
  CHECK_EQ (errno, 42);
  return 0;
}

static void
run (void *unused)
{
  int i;

  (void) unused;
  for (i = 1; i < 200; i += 20)
    {
      SetLastError (4711);
      errno = 42;
      CHECK_EQ (grow (i), i);
      CHECK_EQ (GetLastError (), 4711);
      CHECK_EQ (errno, 42);
    }
}

int
main (void)
{
  on_fresh (run, NULL);
  return 0;
}
