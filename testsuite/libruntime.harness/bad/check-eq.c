/* A comparison that fails.  */

#include "rt-test.h"

int
main (void)
{
  CHECK_EQ (1 + 1, 2);
  CHECK_EQ (1 + 1, -3);
  return 0;
}
