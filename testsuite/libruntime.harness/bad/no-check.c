/* A program that checks nothing.  */

#include "rt-test.h"

int
main (void)
{
  return 0;
}
