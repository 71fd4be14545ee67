/* stack-test.h: what the tests of stacks have in common.
   SPDX-License-Identifier: MIT  */

#ifndef STACK_TEST_H
#define STACK_TEST_H

#include "rt-test.h"
#include "rt.h"

#define MS ((uint64_t) 1000000)
#define NOINLINE __attribute__ ((noinline, noclone))

static inline struct rt_stackinfo
info (void)
{
  struct rt_stackinfo i;

  CHECK_EQ (rt_stackinfo (&i), 0);
  return i;
}

/* Run FN (ARG) on a goroutine of its own, to its end.  */
struct test_fresh
{
  void (*fn) (void *);
  void *arg;
  struct rt_waitgroup done;
};

RT_TEST_UNUSED static void
test_fresh_main (void *arg)
{
  struct test_fresh *fresh = arg;

  fresh->fn (fresh->arg);
  CHECK_EQ (rt_waitgroup_done (&fresh->done), 0);
}

RT_TEST_UNUSED static void
on_fresh (void (*fn) (void *), void *arg)
{
  struct test_fresh fresh = { fn, arg, { { 0 } } };

  CHECK_EQ (rt_waitgroup_add (&fresh.done, 1), 0);
  CHECK_EQ (rt_go (test_fresh_main, &fresh), 0);
  CHECK_EQ (rt_waitgroup_wait (&fresh.done), 0);
}

/* Keep GCC from turning recursion into a loop.  */
#define BARRIER() __asm__ volatile ("" : : : "memory")

/* Go DEPTH frames deep with eight numbers that live over the call: about
   150 bytes of control stack a frame, and nothing else.  */
RT_TEST_UNUSED static uint64_t NOINLINE
deep (uint64_t depth, uint64_t a, uint64_t b, uint64_t c, uint64_t d,
      uint64_t e)
{
  uint64_t r;

  BARRIER ();
  if (depth == 0)
    return a + b + c + d + e;
  r = deep (depth - 1, b, c, d, e, a) + 1;
  BARRIER ();
  return r + (a ^ a) + (b ^ b) + (c ^ c) + (d & 0) + (e & 0)
         + (a + b + c + d + e == 0xdead);
}

#endif /* STACK_TEST_H */
