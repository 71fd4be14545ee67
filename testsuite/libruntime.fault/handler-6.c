/* A hundred goroutines fault a hundred times each and recover; the handler
   waits now and then, and goes on on another thread.  */
/* { dg-do run } */
/* { dg-timeout 240 } */

#include "fault-test.h"

#define GOROUTINES 100
#define TIMES 100

static struct rt_waitgroup done;
static volatile int recovered;

static void
handler (const struct rt_fault *fault)
{
  uintptr_t address = (uintptr_t) fault->address;

  if (address % 16 == 0)
    rt_gosched ();
  rt_throw (address);
}

static void
loads (void *arg)
{
  *(volatile char *) arg += 1;
}

static void
descends (void *arg)
{
  descend ((int) ((uintptr_t) arg % 7), loads, arg);
}

static void
run (void *arg)
{
  uintptr_t base = (uintptr_t) arg * 8 + 1;
  uintptr_t i, value;

  for (i = 0; i < TIMES; i++)
    {
      value = 0;
      CHECK_EQ (rt_try (descends, (void *) (base + i), &value), RT_ETHROWN);
      CHECK_EQ (value, base + i);
      __atomic_fetch_add (&recovered, 1, __ATOMIC_RELAXED);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

/* Half of them on stacks that moved.  */
static void
start (void *arg)
{
  if ((uintptr_t) arg % 2)
    descend (60, run, arg);
  else
    run (arg);
}

int
main (void)
{
  CHECK_EQ (rt_fault_handler (handler), 0);
  CHECK_EQ (rt_waitgroup_add (&done, GOROUTINES), 0);
  for (intptr_t i = 0; i < GOROUTINES; i++)
    CHECK_EQ (rt_go (start, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  CHECK_EQ (recovered, GOROUTINES * TIMES);
  return 0;
}
