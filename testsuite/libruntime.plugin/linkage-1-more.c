/* The other unit of linkage-1.c.  */

#include "plugin-test.h"

int linkage_real (int n);
int linkage_alias (int n);
int linkage_other (int n);

int
linkage_more (int n)
{
  deep (3);
  return linkage_alias (n) + linkage_real (n);
}

int
linkage_other (int n)
{
  return n + deep (3);
}
