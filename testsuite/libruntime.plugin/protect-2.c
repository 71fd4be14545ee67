/* -fstack-protector guards buffers of characters, and no other arrays.  */
/* { dg-do run } */
/* { dg-options "-fstack-protector" } */
/* { dg-plain-sources "protect-1-plain.c" } */

#define PROTECT_TEST
#include "protect-1.h"

int
main (void)
{
  CHECK_EQ (of_three (characters), 110);
  CHECK_EQ (of_three (integers), 0);
  CHECK_EQ (of_three (structure), 110);
  CHECK_EQ (seen (flexible, 0) + seen (flexible, 1) * 10, 10);
  CHECK_EQ (of_three (aligned), 110);
  CHECK_EQ (of_three (places), 110);
  CHECK_EQ (seen (variable, 20), 0);
  CHECK_EQ (seen (variable, 32), 1);
  CHECK_EQ (seen (array, 32), 1);
  CHECK_EQ (seen (call_pinned, 32), 1);
  CHECK_EQ (of_three (not_protected), 0);
  return 0;
}
