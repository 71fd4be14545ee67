/* syscall-test.h: what the tests of calls have in common.
   SPDX-License-Identifier: MIT  */

#ifndef SYSCALL_TEST_H
#define SYSCALL_TEST_H

#include "rt-test.h"
#include "rt.h"

#define MS ((uint64_t) 1000000)

/* Keep the compiler from seeing through CODE's callers and callees.  */
#define NOINLINE __attribute__ ((noinline, noclone))

/* Use 256 bytes in each of DEPTH frames, and see that they stay.  */
RT_TEST_UNUSED static int NOINLINE
recurse (int depth)
{
  volatile char buffer[256];
  size_t i;

  for (i = 0; i < sizeof buffer; i++)
    buffer[i] = (char) depth;
  if (depth > 0)
    CHECK_EQ (recurse (depth - 1), depth - 1);
  for (i = 0; i < sizeof buffer; i++)
    if (buffer[i] != (char) depth)
      CHECK_EQ (buffer[i], (char) depth);
  return depth;
}

static inline uint64_t
moves (void)
{
  struct rt_stackinfo info;

  CHECK_EQ (rt_stackinfo (&info), 0);
  return info.moves;
}

static inline void *
callback_new (void *fn, const char *spec)
{
  void *callback = NULL;

  CHECK_EQ (rt_callback_new (fn, spec, &callback), 0);
  CHECK (callback != NULL);
  return callback;
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

/* The bits of a float or double, as rt_syscall takes and gives them.  */
static inline uintptr_t
double_bits (double value)
{
  union { double d; uintptr_t u; } bits = { value };

  return bits.u;
}

static inline double
bits_double (uintptr_t value)
{
  union { uintptr_t u; double d; } bits = { value };

  return bits.d;
}

static inline uintptr_t
float_bits (float value)
{
  union { float f; uint32_t u; } bits = { value };

  return bits.u;
}

static inline float
bits_float (uintptr_t value)
{
  union { uint32_t u; float f; } bits = { (uint32_t) value };

  return bits.f;
}

#endif /* SYSCALL_TEST_H */
