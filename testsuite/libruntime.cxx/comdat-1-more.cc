/* The second growable unit of comdat-1.cc.  Without optimisation the mark of
   movable comes after that of the dropped copy of sum.  */

#include "comdat-1.h"

int
movable (int n)
{
  int below = n == 0 ? -1 : movable (n - 1);

  BARRIER ();
  return below + 1;
}

int
other (int n)
{
  return sum (3, n, n, nest<4> (n)) + nest<5> (n);
}
