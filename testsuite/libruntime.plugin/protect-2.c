/* -fstack-protector guards buffers of characters, and no other arrays.  */
/* { dg-do run } */
/* { dg-options "-fstack-protector" } */
/* { dg-plain-sources "protect-1-plain.c" } */

#define PROTECT_TEST
#include "protect-1.h"

int
main (void)
{
  check_all (0);
  return 0;
}
