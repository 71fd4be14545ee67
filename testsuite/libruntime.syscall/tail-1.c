/* Tail calls out of the unit, through slots and through pointers, are jumps,
   with arguments on the stack too, and the stack may move in what they lead
   to.  */
/* { dg-do run } */
/* { dg-plain-sources "tail-1-plain.c" } */
/* { dg-more-sources "tail-1-more.c" } */
/* { dg-skip "-O0" "no tail calls" } */

#include "syscall-test.h"
#include "tail-1.h"

#define ROUNDS 10000

/* What the pointers are to.  */
static __typeof__ (&plain_four) volatile pointer_four;
static __typeof__ (&plain_six) volatile pointer_six;

static tail_back *back;

/* Functions whose last act is a call.  */
#define TAIL_CALLERS(kind)                                              \
  static NOINLINE uintptr_t                                             \
  by_##kind##_four (uintptr_t n, const uintptr_t *p)                    \
  {                                                                     \
    recurse (1);                                                        \
    return kind##_four (n + 1, p, 1.5, back);                           \
  }                                                                     \
                                                                        \
  static NOINLINE uintptr_t                                             \
  by_##kind##_six (uintptr_t n, const uintptr_t *p, double x,           \
                   tail_back *b, uintptr_t e, double f)                 \
  {                                                                     \
    recurse (1);                                                        \
    return kind##_six (n + 2, p, x + 1, b, e + 1, f + 0.5);             \
  }                                                                     \
                                                                        \
  static NOINLINE void                                                  \
  call_##kind (uintptr_t n)                                             \
  {                                                                     \
    uintptr_t local = 7;                                                \
                                                                        \
    CHECK_EQ (by_##kind##_four (n, &local),                             \
              n + 1 + 100 * (n + 2) + 70 + 3);                          \
    CHECK_EQ (by_##kind##_six (n, &local, 2.5, back, n, 1.5),           \
              n + 2 + 100 * (n + 3) + 70 + 7 + 3 * (n + 1) + 8);        \
    CHECK_EQ (local, 7);                                                \
  }

TAIL_CALLERS (plain)
TAIL_CALLERS (more)
TAIL_CALLERS (pointer)

static uintptr_t
grow (uintptr_t n)
{
  recurse (100);
  return n + 1;
}

uintptr_t even (uintptr_t n, uintptr_t sum);
uintptr_t odd (uintptr_t n, uintptr_t sum);

NOINLINE uintptr_t
even (uintptr_t n, uintptr_t sum)
{
  recurse (1);
  return n == 0 ? sum : odd (n - 1, sum + n);
}

/* Two units' functions that jump to each other need no stack for it.  */
static void
rounds (void *unused)
{
  struct rt_stackinfo before, after;

  (void) unused;
  CHECK_EQ (even (2, 0), 3);
  CHECK_EQ (rt_stackinfo (&before), 0);
  CHECK_EQ (even (ROUNDS, 0), (uintptr_t) ROUNDS * (ROUNDS + 1) / 2);
  CHECK_EQ (rt_stackinfo (&after), 0);
  CHECK (after.control_size <= before.control_size);
}

static void
calls (void *n)
{
  uint64_t before = moves ();

  call_plain ((uintptr_t) n);
  call_more ((uintptr_t) n);
  pointer_four = plain_four;
  pointer_six = plain_six;
  call_pointer ((uintptr_t) n);
  pointer_four = more_four;
  pointer_six = more_six;
  call_pointer ((uintptr_t) n);
  CHECK (moves () > before);
}

int
main (void)
{
  back = (tail_back *) (uintptr_t) callback_new (grow, "p(p)");
  calls ((void *) 5);
  on_fresh (calls, (void *) 500);
  on_fresh (rounds, NULL);
  return 0;
}

/* { dg-final { scan-code by_plain_four {jmp +\*.*b0\.plain_four>} } } */
/* { dg-final { scan-code by_plain_six {jmp +\*.*b16\.plain_six>} } } */
/* { dg-final { scan-code by_more_four {jmp +\*.*b0\.more_four>} } } */
/* { dg-final { scan-code even {jmp +\*.*b0\.odd>} } } */
/* { dg-final { scan-code by_pointer_four {jmp .*<__rt_icall>} } } */
/* { dg-final { scan-code by_pointer_six {jmp .*<__rt_icall_n>} } } */
