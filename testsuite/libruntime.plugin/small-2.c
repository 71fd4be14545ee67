/* The C library's small functions, which run on the control stack, need no
   more of it than 1.5 KiB.  */
/* { dg-do run } */
/* { dg-options "-fno-builtin" } */
/* { dg-plain-sources "small-2-plain.c" } */

#include <stdio.h>

#include "plugin-test.h"

size_t small_functions (size_t n, const char **name);
size_t large_function (void);

int
main (void)
{
  const char *name;
  size_t used, n = 0;

  CHECK (large_function () > 2000);
  while ((used = small_functions (n, &name)) != 0)
    {
      if (used > 1536)
        puts (name);
      CHECK (used <= 1536);
      n++;
    }
  CHECK_EQ (n, 30u);
  return 0;
}
