/* The numbers of offsets.tbl that no header has are Windows' numbers.  */
/* { dg-do run } */
/* { dg-plain-sources "teb-1-plain.c" } */

#include "rt-test.h"

int check_teb (void);

int
main (void)
{
  CHECK_EQ (check_teb (), 0);
  return 0;
}
