/* A goroutine that goes to and fro over the ends of data stack chunks finds
   its locals as it left them, and gets no new chunks.  */
/* { dg-do run } */

#include "stack-test.h"

/* A frame of the data stack with N bytes, and M more of them below; each one
   holds what it must.  */
static int NOINLINE
frames (int n, int m)
{
  volatile char *bytes = __builtin_alloca ((size_t) n);
  int good;

  bytes[0] = (char) n;
  bytes[n - 1] = (char) m;
  good = m ? frames (n, m - 1) : 0;
  return good + (bytes[0] == (char) n && bytes[n - 1] == (char) m);
}

/* Likewise of fixed size, all of it written, by itself.  */
static int NOINLINE
once (int v)
{
  volatile char bytes[300];

  for (int i = 0; i < 300; i++)
    bytes[i] = (char) ~v;
  return deep (10, 1, 2, 3, 4, 5) == 25 && bytes[v] == (char) ~v;
}

/* Where the next data frame is.  */
static uintptr_t NOINLINE
here (void)
{
  volatile char bytes[16];

  bytes[0] = 1;
  return (deep (1, 1, 2, 3, 4, 5) ? (uintptr_t) bytes : 0) + bytes[0];
}

/* From each place in the chunk, over its end and back.  */
static int NOINLINE
from (int place)
{
  volatile char bytes[16];
  uintptr_t next = here ();
  int good = 0;

  bytes[3] = (char) place;
  for (int i = 0; i < 20; i++)
    good += once (i);
  good += here () == next;
  if (place)
    good += from (place - 1);
  return good + (bytes[3] == (char) place);
}

static void
run (void *unused)
{
  struct rt_stackinfo before, after;
  int i;

  (void) unused;
  CHECK_EQ (frames (1000, 60), 61);
  rt_stackinfo (&before);
  for (i = 0; i < 1000; i++)
    {
      CHECK_EQ (frames (100 + i, 40), 41);
      CHECK_EQ (frames (5000, i % 7), i % 7 + 1);
    }
  CHECK_EQ (from (500), 22 * 501);
  rt_stackinfo (&after);
  CHECK_EQ (after.data_size <= before.data_size * 2, 1);
}

int
main (void)
{
  on_fresh (run, NULL);
  return 0;
}
