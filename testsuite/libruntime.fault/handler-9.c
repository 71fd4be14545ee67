/* The other ways out of a fault handler: longjmp and rt_goexit, a plain
   handler, and a fault in a callback on a foreign thread; and then the next
   fault.  */
/* { dg-do run } */
/* { dg-plain-sources "handler-9-plain.c" } */

#include <setjmp.h>

#include "fault-test.h"

#define TIMES 300

void plain_handler (const struct rt_fault *fault);

static jmp_buf target;
static struct rt_waitgroup done;

static void
loads (void *arg)
{
  *(volatile char *) arg += 1;
}

static void
descends (void *arg)
{
  descend (30, loads, arg);
}

static void
jumps (const struct rt_fault *fault)
{
  volatile char buffer[200];

  buffer[100] = (char) (uintptr_t) fault->address;
  deep (50, 1, 2, 3, 4, 5);
  longjmp (target, buffer[100]);
}

static void NOINLINE
by_jump (int n)
{
  int r = setjmp (target);

  if (r == 0)
    descends ((void *) (intptr_t) n);
  CHECK_EQ (r, n);
}

static void
exits (const struct rt_fault *fault)
{
  (void) fault;
  CHECK_EQ (rt_waitgroup_done (&done), 0);
  rt_goexit ();
}

static unsigned long
called_back (void *arg)
{
  uintptr_t value = 0;

  for (int i = 0; i < TIMES; i++)
    {
      CHECK_EQ (rt_try (descends, arg, &value), RT_ETHROWN);
      CHECK_EQ (value, (uintptr_t) arg + 1);
    }
  return 33;
}

static void
all (void *unused)
{
  unsigned long status;
  uintptr_t value = 0;
  size_t size = 0;
  void *address, *thread;

  (void) unused;
  CHECK_EQ (rt_fault_handler (jumps), 0);
  for (int i = 0; i < TIMES; i++)
    {
      by_jump (i % 90 + 1);
      if (i == 10)
        size = info ().data_size + info ().control_size;
    }
  CHECK (info ().data_size + info ().control_size <= size);
  whole ();

  CHECK_EQ (rt_fault_handler (exits), 0);
  for (int i = 0; i < TIMES; i++)
    {
      CHECK_EQ (rt_waitgroup_add (&done, 1), 0);
      CHECK_EQ (rt_go (descends, (void *) 8), 0);
      CHECK_EQ (rt_waitgroup_wait (&done), 0);
    }

  CHECK_EQ (rt_fault_handler (plain_handler), 0);
  for (int i = 0; i < TIMES; i++)
    {
      CHECK_EQ (rt_try (descends, (void *) (intptr_t) i, &value), RT_ETHROWN);
      CHECK_EQ (value, i + 1);
    }
  whole ();

  CHECK_EQ (rt_callback_new (called_back, "I(p)", &address), 0);
  for (int i = 0; i < 4; i++)
    {
      thread = CreateThread (NULL, 0,
                             (unsigned long (*) (void *)) (uintptr_t) address,
                             (void *) 16, 0, NULL);
      CHECK (thread != NULL);
      CHECK_EQ (WaitForSingleObject (thread, 60000), 0);
      CHECK (GetExitCodeThread (thread, &status));
      CHECK_EQ (status, 33);
      CloseHandle (thread);
    }
  CHECK_EQ (rt_callback_free (address), 0);
}

int
main (void)
{
  all (NULL);
  on_fresh (all, NULL);
  return 0;
}
