/* A handler set with signal gets a fault of growable code, and may end the
   process its own way.  */
/* { dg-do run } */

#include <signal.h>

#include "rt-test.h"
#include "rt.h"

static int *volatile nowhere;

static void
on_segv (int sig)
{
  CHECK_EQ (sig, SIGSEGV);
  exit (0);
}

int
main (void)
{
  signal (SIGSEGV, on_segv);
  *nowhere = 1;
  CHECK (0);
  return 0;
}
