/* A goroutine whose stacks would exceed RT_MAXSTACK comes to the fault
   handler, which has some room, and may recover; again and again.  */
/* { dg-do run } */
/* { dg-env "RT_MAXSTACK=192K" } */
/* { dg-options "-Wno-infinite-recursion" } */

#include "fault-test.h"

#define STACK_OVERFLOW 0xc00000fdu

static volatile int handled;

static void
handler (const struct rt_fault *fault)
{
  volatile char buffer[1000];

  buffer[999] = 1;
  CHECK_EQ (fault->code, STACK_OVERFLOW);
  CHECK_EQ (fault->access, RT_ACCESS_NONE);
  CHECK (fault->address == NULL);
  CHECK (fault->pc == NULL);
  CHECK_EQ (deep (300, 1, 2, 3, 4, 5), 315);
  rt_gosched ();
  handled += buffer[999];
  rt_throw (handled);
}

/* On the control stack.  */
static void
control (void *arg)
{
  BARRIER ();
  control (arg);
  BARRIER ();
}

/* On the data stack.  */
static void
data (void *arg)
{
  volatile char buffer[500];

  buffer[3] = *(char *) arg;
  data ((char *) buffer + 3);
  buffer[4] = buffer[3];
}

/* On segments.  */
static void
pinned (void *arg)
{
  descend_pinned (1000000, control, arg, 0);
}

static void
huge (void *arg)
{
  volatile char buffer[1 << 20];

  buffer[*(unsigned char *) arg] = 1;
  deep (1, buffer[0], 2, 3, 4, 5);
}

static void
all (void *unused)
{
  void (*const fns[]) (void *) = { control, data, pinned, huge };
  uintptr_t value;
  char one = 1;

  for (int i = 0; i < 12; i++)
    {
      CHECK_EQ (rt_try (fns[i % 4], &one, &value), RT_ETHROWN);
      CHECK_EQ (value, handled);
      whole ();
    }
  (void) unused;
}

int
main (void)
{
  CHECK_EQ (rt_fault_handler (handler), 0);
  all (NULL);
  on_fresh (all, NULL);
  CHECK_EQ (handled, 24);
  return 0;
}
