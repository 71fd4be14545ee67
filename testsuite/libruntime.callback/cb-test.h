/* cb-test.h: what the tests of callbacks have in common.
   SPDX-License-Identifier: MIT  */

#ifndef CB_TEST_H
#define CB_TEST_H

#include "rt-test.h"
#include "rt.h"

#define MS ((uint64_t) 1000000)
#define NOINLINE __attribute__ ((noinline, noclone))

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

/* A callback that runs FN, a function.  */
#define callback_new(fn, spec)                                          \
  ((__typeof__ (&fn)) (uintptr_t) callback_new_ ((void *) fn, spec))

static inline void *
callback_new_ (void *fn, const char *spec)
{
  void *callback = NULL;

  CHECK_EQ (rt_callback_new (fn, spec, &callback), 0);
  CHECK (callback != NULL);
  return callback;
}

#endif /* CB_TEST_H */
