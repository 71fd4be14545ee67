/* -pg: the profiler's function runs before each check, and the functions are
   growable all the same: one that is called through a pointer may wait.  */
/* { dg-do run } */
/* { dg-options "-pg -Wl,--wrap=__fentry__ -Wno-psabi" } */
/* { dg-plain-sources "options-2-plain.c" } */

#define main options_main
#include "options-1.h"
#undef main
#include "rt.h"

/* Calls of the profiler's function.  */
extern volatile int profiled;

static struct rt_chan *numbers;

static void
send (void *n)
{
  CHECK_EQ (rt_chan_send (numbers, &n), 0);
}

static NOINLINE void *
receive (void)
{
  void *n = NULL;

  CHECK_EQ (rt_chan_recv (numbers, &n), 0);
  return n;
}

int
main (void)
{
  void *(*volatile pointer) (void) = receive;
  int n = 0, before;

  CHECK (profiled > 0);
  before = profiled;
  deep (10);
  CHECK_EQ (profiled - before, 11);
  CHECK_EQ (rt_chan_new (sizeof (void *), 0, &numbers), 0);
  CHECK_EQ (rt_go (send, &n), 0);
  CHECK (pointer () == &n);
  return options_main ();
}

/* { dg-final { scan-code deep {fentry__>\s+\w+:\s+cmp +%gs:0x28,} } } */
