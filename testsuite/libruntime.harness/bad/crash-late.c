/* A program that crashes after it has said that all is well.  */

#include "rt-test.h"

static void
crash (void)
{
  *(volatile int *) 16 = 1;
}

int
main (void)
{
  static const char text[] = "nothing wrong\n";

  /* The first one registered is the last one called.  */
  atexit (crash);
  rt_test_write (text, text + sizeof text - 1);
  CHECK (1);
  return 0;
}
