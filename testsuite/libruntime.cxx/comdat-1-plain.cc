/* The unit of comdat-1.cc that is plain code.  */

#include "comdat-1.h"

int
plain (int n)
{
  return sum (2, n, nest<4> (n));
}
