/* direct.h: calls of all functions of calls-dll.c.
   SPDX-License-Identifier: MIT

   DIRECT (F) is what is called; F itself unless defined before.  */

#ifndef DIRECT_H
#define DIRECT_H

#include "calls.h"
#include "syscall-test.h"

#ifndef DIRECT
# define DIRECT(f) f
#endif

#define A(i) ((i) * (uintptr_t) 0x1000000001)

#define OBJECT(n)                                                       \
  static void NOINLINE                                                  \
  direct_pass##n (void)                                                 \
  {                                                                     \
    struct object##n in, out;                                           \
    int i;                                                              \
                                                                        \
    for (i = 0; i < n; i++)                                             \
      in.byte[i] = (uint8_t) (100 + i);                                 \
    out = DIRECT (pass##n) (100, in, n + 0.5);                          \
    for (i = 0; i < n; i++)                                             \
      {                                                                 \
        CHECK_EQ (in.byte[i], (uint8_t) (100 + i));                     \
        CHECK_EQ (out.byte[i], (uint8_t) (101 + i));                    \
      }                                                                 \
  }
OBJECTS
#undef OBJECT

static void NOINLINE
direct_integers (void)
{
  CHECK_EQ (DIRECT (none) (), 0x8123456789abcdef);
  CHECK_EQ (DIRECT (one) (A (1)), A (1));
  CHECK_EQ (DIRECT (two) (A (1), A (2)), A (1 + 4));
  CHECK_EQ (DIRECT (three) (A (1), A (2), A (3)), A (1 + 4 + 9));
  CHECK_EQ (DIRECT (four) (A (1), A (2), A (3), A (4)), A (1 + 4 + 9 + 16));
  CHECK_EQ (DIRECT (five) (A (1), A (2), A (3), A (4), A (5)), A (55));
  CHECK_EQ (DIRECT (eight) (A (1), A (2), A (3), A (4), A (5), A (6), A (7),
                            A (8)), A (204));
  CHECK_EQ (DIRECT (twelve) (A (1), A (2), A (3), A (4), A (5), A (6),
                             A (7), A (8), A (9), A (10), A (11), A (12)),
            A (650));
  CHECK_EQ (DIRECT (weigh) (0), 0);
  CHECK_EQ (DIRECT (weigh) (1, A (1)), A (1));
  CHECK_EQ (DIRECT (weigh) (2, A (1), A (2)), A (5));
  CHECK_EQ (DIRECT (weigh) (3, A (1), A (2), A (3)), A (14));
  CHECK_EQ (DIRECT (weigh) (4, A (1), A (2), A (3), A (4)), A (30));
  CHECK_EQ (DIRECT (weigh) (5, A (1), A (2), A (3), A (4), A (5)), A (55));
  CHECK_EQ (DIRECT (weigh) (9, A (1), A (2), A (3), A (4), A (5), A (6),
                            A (7), A (8), A (9)), A (285));
}

static void NOINLINE
direct_floats (void)
{
  CHECK_EQ_DOUBLE (DIRECT (double1) (0.5, 1, 2, 3, 4, 5), 32 + 129);
  CHECK_EQ_DOUBLE (DIRECT (double2) (1, 0.5, 2, 3, 4, 5), 32 + 129);
  CHECK_EQ_DOUBLE (DIRECT (double3) (1, 2, 0.5, 3, 4, 5), 32 + 129);
  CHECK_EQ_DOUBLE (DIRECT (double4) (1, 2, 3, 0.5, 4, 5), 32 + 129);
  CHECK_EQ_DOUBLE (DIRECT (double5) (1, 2, 3, 4, 0.5, 5), 32 + 129);
  CHECK_EQ_DOUBLE (DIRECT (double6) (1, 2, 3, 4, 5, 0.5), 32 + 129);
  CHECK_EQ_DOUBLE (DIRECT (doubles8) (0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4), 102);
  CHECK_EQ_DOUBLE (DIRECT (floats8) (0.5f, 1, 1.5f, 2, 2.5f, 3, 3.5f, 4),
                   102);
  CHECK_EQ_DOUBLE (DIRECT (mixed) (0.5f, -3, 1e3, 65535, -0.25f, -7, 0.125),
                   0.5 - 6 + 3000 + 4 * 65535 - 1.25 - 42 + 0.875);
}

static void NOINLINE
direct_widths (void)
{
  CHECK_EQ (DIRECT (int8) (-128), -128);
  CHECK_EQ (DIRECT (int16) (-32768), -32768);
  CHECK_EQ (DIRECT (int32) (INT32_MIN), INT32_MIN);
  CHECK_EQ (DIRECT (int64) (INT64_MIN), INT64_MIN);
  CHECK_EQ (DIRECT (uint8) (255), 255);
  CHECK_EQ (DIRECT (uint32) (UINT32_MAX), UINT32_MAX);
}

static void NOINLINE
direct_all (void)
{
  direct_integers ();
  direct_floats ();
  direct_widths ();
#define OBJECT(n) direct_pass##n ();
  OBJECTS
#undef OBJECT
}

static void
direct_fresh (void *unused)
{
  (void) unused;
  direct_all ();
}

#endif /* DIRECT_H */
