/* A DLL that returns with the direction flag set harms neither the goroutine
   that called it, nor the runtime, nor others.  */
/* { dg-do run } */
/* { dg-dll "float-dll.c" "link" } */

#include "float-test.h"

static struct rt_chan *chan;
static struct rt_waitgroup done;

static void
down (void)
{
  uint64_t rflags;

  __asm__ volatile ("pushfq\n\tpopq %0" : "=r" (rflags));
  CHECK_EQ (rflags & 0x400, 0);
}

struct element
{
  char bytes[1000];
};

static void
run (void *arg)
{
  void (*volatile pointer) (void) = leave_direction;
  struct element e;
  int i;

  (void) arg;
  memset (&e, 3, sizeof e);
  for (i = 0; i < 20; i++)
    {
      down ();
      leave_direction ();
      down ();
      pointer ();
      down ();
      rt_syscall ((void *) leave_direction, 0, 0, 0, 0);
      CHECK_EQ (rt_chan_send (chan, &e), 0);
      leave_direction ();
      CHECK_EQ (rt_chan_recv (chan, &e), 0);
      down ();
      CHECK_EQ (e.bytes[0], 3);
      CHECK_EQ (e.bytes[999], 3);
      leave_direction ();
      rt_gosched ();
      leave_direction ();
      CHECK_EQ (deep (100 + i, 1, 2, 3, 4, 5), 115 + i);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  int i;

  CHECK_EQ (rt_chan_new (sizeof (struct element), 1, &chan), 0);
  CHECK_EQ (rt_waitgroup_add (&done, 8), 0);
  for (i = 0; i < 8; i++)
    CHECK_EQ (rt_go (run, NULL), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
