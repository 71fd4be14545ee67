/* The second growable unit of comdat-1.cc.  */

#include "comdat-1.h"

int
other (int n)
{
  return sum (3, n, n, nest<4> (n)) + nest<5> (n);
}

int
movable (int n)
{
  return n == 0 ? 0 : movable (n - 1) + 1;
}
