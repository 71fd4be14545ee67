/* The part of cleanup-1.cc that is C.  */

#include "rt-test.h"

void throws (int n);                    /* cleanup-1.cc  */
int catches (void (*fn) (int), int n);

int cleanup_test (void);

static int cleanups;

static void
clean (int *p)
{
  cleanups += *p;
}

static void
passes (int n)
{
  int mine __attribute__ ((cleanup (clean))) = n;

  throws (n);
  mine++;
}

int
cleanup_test (void)
{
  CHECK_EQ (catches (passes, 5), 5);
  CHECK_EQ (cleanups, 5);
  CHECK_EQ (catches (passes, 0), 0);
  CHECK_EQ (cleanups, 6);
  return 0;
}
