/* A program that leaves with status 0 in the middle, past every handler.  */

#include "rt-test.h"

int
main (void)
{
  CHECK (1);
  ExitProcess (0);
}
