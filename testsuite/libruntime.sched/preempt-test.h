/* preempt-test.h: a goroutine that computes until another one has run.
   SPDX-License-Identifier: MIT  */

#ifndef PREEMPT_TEST_H
#define PREEMPT_TEST_H

#include "rt-test.h"
#include "rt.h"

static volatile int flag, leaves;

static void __attribute__ ((noinline))
leaf (void)
{
  leaves++;
}

/* Has a check: it is no leaf.  */
static void __attribute__ ((noinline))
step (void)
{
  leaf ();
  leaf ();
}

static void
set_flag (void *arg)
{
  (void) arg;
  flag = 1;
}

static void
spin_until_set (void)
{
  flag = 0;
  CHECK_EQ (rt_go (set_flag, NULL), 0);
  while (!flag)
    step ();
}

#endif /* PREEMPT_TEST_H */
