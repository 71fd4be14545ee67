/* An exit status that was asked for is seen.  */

#include "rt-test.h"

int
main (void)
{
  return 3;
}
