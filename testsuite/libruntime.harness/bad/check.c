/* A check that fails after others passed.  */

#include "rt-test.h"

int
main (void)
{
  CHECK (1);
  CHECK (1 == 2);
  return 0;
}
