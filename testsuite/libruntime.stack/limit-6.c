/* Without RT_MAXSTACK, data stacks may grow to almost 1 GiB; the next chunk
   ends the program with the message.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "^depth 1000$" } */
/* { dg-no-match "^depth 1024$" } */
/* { dg-match "stack overflow: the goroutine's stacks exceed RT_MAXSTACK" } */

#include "stack-test.h"
#include <stdio.h>

/* A buffer of 1 MiB, of which both ends are touched.  */
static int NOINLINE
down (int depth, int *outer)
{
  int buffer[(1 << 20) / sizeof (int)];
  int r;

  if (depth == 1 << 20)
    return 0;
  buffer[0] = depth;
  buffer[sizeof buffer / sizeof *buffer - 1] = depth;
  BARRIER ();
  if (depth % 8 == 0)
    {
      printf ("depth %d\n", depth);
      fflush (stdout);
    }
  r = down (depth + 1, buffer);
  CHECK_EQ (outer[0], depth - 1);
  return r + buffer[0];
}

int
main (void)
{
  int outer = -1;

  return down (0, &outer);
}
