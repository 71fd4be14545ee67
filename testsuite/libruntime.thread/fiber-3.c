/* Fibers are deleted and threads end on them, in each order, and nothing stays
   behind: not the thread's m, nor a data stack, nor a handle.  A thread whose
   fiber goes, on which it was attached, stays attached.  */
/* { dg-do run } */
/* { dg-plain-sources "fiber-3-plain.c" } */

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"
#include "usage.h"

#define ROUNDS 40
/* A thread has three data stacks of 512 KiB here.  One of each thread that
   ends on another fiber than it was attached on would be 20 MB.  */
#define MEMORY ((size_t) 10 << 20)

void fibers_end (int way, int attach_on_a, int (*callback) (int),
                 int (*function) (int));
#define FIBER_WAYS 6
#define WINE_LEAKS 5 /* A megabyte, in this way.  */

static int NOINLINE
use (int n)
{
  volatile char buffer[400000];

  return touch (buffer, sizeof buffer, n);
}

static int
called_back (int n)
{
  CHECK_EQ (use (n), n);
  rt_gosched ();
  return n;
}

static int
growable (int n)
{
  CHECK_EQ (use (n), n);
  return n;
}

int
main (void)
{
  void *callback;
  unsigned long handles_before = 0;
  size_t before = 0;
  int i, way;

  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  for (i = 0; i < ROUNDS; i++)
    for (way = 0; way < FIBER_WAYS; way++)
      {
        if (i == 3 && way == 0)
          {
            before = committed ();
            handles_before = handles ();
          }
        if (way == WINE_LEAKS && i >= 3)
          continue;
        fibers_end (way, i % 2, (int (*) (int)) callback, growable);
        CHECK_EQ (rt_numgoroutine (), 1);
      }
  CHECK (committed () < before + MEMORY);
  CHECK (handles () <= handles_before + 8);
  return 0;
}
