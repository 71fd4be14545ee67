/* Without RT_MAXSTACK, a control stack may grow to 512 MiB, the largest power
   of two with which it stays below 1 GiB; then the program ends with the
   message.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-skip "movestack" "moving 500 MiB at each call takes for ever" } */
/* { dg-timeout 120 } */
/* { dg-match "^512 MiB$" } */
/* { dg-match "stack overflow: the goroutine's stacks exceed RT_MAXSTACK" } */

#include "stack-test.h"
#include <stdio.h>

/* Say each new size of the control stack on the way down.  */
static uint64_t NOINLINE
down (uint64_t depth, int before)
{
  uint64_t r;

  if (depth == UINT64_MAX)
    return 0;
  if (depth % 0x10000 == 0)
    {
      int size = (int) ((info ().control_size + 0x80000) >> 20);

      if (size > before)
        {
          printf ("%d MiB\n", size);
          fflush (stdout);
          before = size;
        }
    }
  r = down (depth + 1, before) + depth;
  BARRIER ();
  return r ^ depth;
}

int
main (void)
{
  return (int) down (0, 0);
}
