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

/* What to give, and what comes of it.  */
#define GIVE_I(n) A (n)
#define GIVE_D(n) n + 0.5
#define GIVE_F(n) n + 0.25f
#define GIVE_P(n) &words[n]
#define WANT_I(n) sum += n * A (n)
#define WANT_D(n) sum += n * (2 * n + 1)
#define WANT_F(n) sum += n * (4 * n + 1)
#define WANT_P(n) sum += n * (A (n) + 1)

/* Grows the goroutine's stack while its caller, and whoever called that, are
   at work.  */
static uintptr_t
direct_back (uintptr_t n)
{
  uint64_t before = moves ();

  CHECK_EQ (recurse (400), 400);
  CHECK (moves () > before);
  return n + 1;
}

static void NOINLINE
direct_forty (void)
{
  void *back = callback_new (direct_back, "p(p)");
  uintptr_t words[41], sum = 0, i;
  struct object24 first;
  struct object12 last;
  struct loaded out;

  for (i = 0; i < 41; i++)
    words[i] = A (i) + 1;
  for (i = 0; i < 24; i++)
    first.byte[i] = (uint8_t) (i + 30);
  for (i = 0; i < 12; i++)
    last.byte[i] = (uint8_t) (i + 60);
  FORTY (WANT_I, WANT_D, WANT_F, WANT_P);

  CHECK_EQ (DIRECT (forty) (FORTY (GIVE_I, GIVE_D, GIVE_F, GIVE_P)), sum);
  out = DIRECT (load) ((uintptr_t (*) (uintptr_t)) (uintptr_t) back, first,
                       FORTY (GIVE_I, GIVE_D, GIVE_F, GIVE_P), last, 42.25f);
  CHECK_EQ (out.sum, sum + 42 * 169);
  CHECK_EQ (out.back, 101);
  for (i = 0; i < 24; i++)
    {
      CHECK_EQ (first.byte[i], i + 30);
      CHECK_EQ (out.first.byte[i], i + 31);
    }
  for (i = 0; i < 12; i++)
    {
      CHECK_EQ (last.byte[i], i + 60);
      CHECK_EQ (out.last.byte[i], i + 61);
    }
  CHECK_EQ (rt_callback_free (back), 0);
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
  direct_forty ();
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
