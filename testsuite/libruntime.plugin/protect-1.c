/* The stack protector guards the data stack, too.  */
/* { dg-do run } */
/* { dg-options "-fstack-protector-strong" } */
/* { dg-plain-sources "protect-1-plain.c" } */

#define PROTECT_TEST
#include "protect-1.h"

int
main (void)
{
  check_all (110);
  return 0;
}
