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

/* What a completion routine finds beside its OVERLAPPED: both are locals.  */
struct request
{
  OVERLAPPED overlapped; /* First.  */
  volatile LONG completed;
  DWORD err, bytes;
};

/* Let the control stack move, and more of the data stack come and go.  */
RT_TEST_UNUSED static void NOINLINE
stir (int depth)
{
  volatile char buffer[300];

  buffer[depth % 300] = 1;
  CHECK_EQ (deep (depth, 1, 2, 3, 4, 5), 15 + depth);
  if (depth > 10)
    stir (depth / 2);
  CHECK_EQ (buffer[depth % 300], 1);
}

/* Whether this runs on the thread's own stack.  By the stack pointer: of
   __builtin_frame_address the compiler makes an address of the data stack.  */
RT_TEST_UNUSED static int NOINLINE
on_system_stack (void)
{
  const NT_TIB *tib = (const NT_TIB *) NtCurrentTeb ();
  uintptr_t sp;

  __asm__ ("movq %%rsp, %0" : "=r" (sp));
  return sp >= (uintptr_t) tib->StackLimit && sp < (uintptr_t) tib->StackBase;
}

#endif /* IO_TEST_H */
