/* Functions declared rt_nonblocking are called all the same.  */
/* { dg-do run } */
/* { dg-plain-sources "nonblocking-1-plain.c" } */

#include "plugin-test.h"

int plain_twice (int) __attribute__ ((rt_nonblocking));
__attribute__ ((rt_nonblocking)) int plain_ninth (int, int, int, int, int,
                                                  int, int, int, int);

int
main (void)
{
  CHECK_EQ (deep (50), 50);
  for (int i = 0; i < 100; i++)
    {
      CHECK_EQ (plain_twice (i), 2 * i);
      CHECK_EQ (plain_ninth (1, 2, 3, 4, 5, 6, 7, 8, i), 2 * i);
    }
  return 0;
}
