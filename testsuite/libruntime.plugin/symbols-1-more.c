/* The other unit of symbols-1.c.  */

#include "plugin-test.h"

int other (int);

int
other (int n)
{
  return deep (n) + 1;
}
