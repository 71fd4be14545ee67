/* An installed libruntime starts a goroutine.  */

#include <rt.h>
#include <stdio.h>

static volatile int done;

static void
hello (void *arg)
{
  printf ("hello from %s\n", (const char *) arg);
  fflush (stdout);
  done = 1;
}

int
main (void)
{
  if (rt_go (hello, "a goroutine") != 0)
    return 1;
  while (!done)
    rt_gosched ();
  return 0;
}
