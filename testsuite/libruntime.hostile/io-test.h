/* io-test.h: what the tests of asynchronous input and output have in common.
   SPDX-License-Identifier: MIT  */

#ifndef IO_TEST_H
#define IO_TEST_H

#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0602
#include <windows.h>

#include "../libruntime.fault/fault-test.h"

/* Byte I of the data number N.  */
static inline unsigned char
pattern (unsigned n, size_t i)
{
  return (unsigned char) (n * 31 + i * 7 + i / 251);
}

static inline void
fill (unsigned char *data, size_t size, unsigned n)
{
  size_t i;

  for (i = 0; i < size; i++)
    data[i] = pattern (n, i);
}

static inline void
compare (const unsigned char *data, size_t size, unsigned n)
{
  size_t i;

  for (i = 0; i < size; i++)
    if (data[i] != pattern (n, i))
      CHECK_EQ (data[i], pattern (n, i));
}

/* Let the control stack move, and more of the data stack come and go.  */
static void NOINLINE
stir (int depth)
{
  volatile char buffer[300];

  buffer[depth % 300] = 1;
  CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), 15 + depth);
  if (depth > 10)
    stir (depth / 2);
  CHECK_EQ (buffer[depth % 300], 1);
}

#endif /* IO_TEST_H */
