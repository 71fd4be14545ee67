/* gdb stops in a fault handler: the goroutine's walk goes on through the
   function that faulted, to its root.  */

#include "rt.h"

#define NOINLINE __attribute__ ((noinline))

void NOINLINE
gdb_stop (void)
{
  __asm__ volatile ("");
}

static void
handler (const struct rt_fault *fault)
{
  gdb_stop ();
  rt_throw ((uintptr_t) fault->address);
}

static void NOINLINE
recurse (int n)
{
  if (n == 0)
    *(volatile int *) 8 = 1;
  else
    recurse (n - 1);
  __asm__ volatile ("");
}

static void
start (void *arg)
{
  (void) arg;
  recurse (50);
}

int
main (void)
{
  rt_fault_handler (handler);
  return rt_try (start, NULL, NULL) == RT_ETHROWN ? 0 : 1;
}
