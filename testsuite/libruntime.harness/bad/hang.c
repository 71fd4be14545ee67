/* A program that hangs.  */

#include "rt-test.h"

int
main (void)
{
  CHECK (1);
  for (;;)
    Sleep (1000);
}
