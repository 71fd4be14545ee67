/* At every depth, down to the last byte before a growth, the reserve below
   the limit holds an exception and its dispatch to a vectored handler.  */
/* { dg-do run } */
/* { dg-plain-sources "reserve-1-plain.c" } */
/* { dg-skip "movestack" "there no check ever finds little room" } */

#include "rt-test.h"
#include "rt.h"

#define DEPTH 1500

void watch (void);
int faults (void);

extern volatile int *const nowhere;

/* No call, 200 bytes of locals on the control stack, and a fault.  */
static int __attribute__ ((noinline))
leaf (int n)
{
  volatile char buffer[200];
  int value;

  buffer[n % 200] = (char) n;
  __asm__ volatile ("movl (%1), %0" : "=a" (value) : "c" (nowhere));
  return buffer[n % 200] == (char) n;
}

static int __attribute__ ((noinline))
descend (int n)
{
  if (!leaf (n) || (n > 1 && descend (n - 1) != n - 1))
    return -1;
  return n;
}

static struct rt_chan *done;

static void
run (void *arg)
{
  struct rt_stackinfo info;

  (void) arg;
  CHECK_EQ (descend (DEPTH), DEPTH);
  CHECK_EQ (rt_stackinfo (&info), 0);
  CHECK (info.moves > 2);
  CHECK_EQ (rt_chan_send (done, NULL), 0);
}

int
main (void)
{
  watch ();
  CHECK_EQ (rt_chan_new (0, 0, &done), 0);
  CHECK_EQ (rt_go (run, NULL), 0);
  CHECK_EQ (rt_chan_recv (done, NULL), 0);
  CHECK_EQ (faults (), DEPTH);
  return 0;
}
