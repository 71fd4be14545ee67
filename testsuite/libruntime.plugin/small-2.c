/* The C library's small functions and libgcc's, which run on the control
   stack, need no more of it than 1.5 KiB.  */
/* { dg-do run } */
/* { dg-options "-fno-builtin" } */
/* { dg-plain-sources "small-2-plain.c" } */

#include <stdio.h>

#include "plugin-test.h"

size_t small_functions (size_t n, const char **name);
size_t large_function (void);

/* How many there are.  __muldi3 is no function of its own for x86_64.  */
#define NONBLOCKING(name)
#define SMALL(name) +1
static const size_t all = 0
#include "../../plugin/nonblocking.def"
                          - 1;

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
  CHECK_EQ (n, all);
  return 0;
}
