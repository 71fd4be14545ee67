/* A program that crashes, after checks that passed.  */

#include "rt-test.h"

int
main (void)
{
  CHECK (1);
  *(volatile int *) 16 = 1;
  return 0;
}
