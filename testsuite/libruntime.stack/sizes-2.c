/* Growth at each depth of a fresh stack, by functions whose control frames
   are of many sizes, calls and callbacks between.  */
/* { dg-do run } */

#include "stack-test.h"

static uintptr_t (*callback) (uintptr_t);

static uintptr_t
called_back (uintptr_t n)
{
  return deep (n % 20, n, 0, 0, 0, 0);
}

static uint64_t NOINLINE
sum20 (uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f,
       uint64_t g, uint64_t h, uint64_t i, uint64_t j, uint64_t k, uint64_t l,
       uint64_t m, uint64_t n, uint64_t o, uint64_t p, uint64_t q, uint64_t r,
       uint64_t s, uint64_t t)
{
  deep (1, 1, 2, 3, 4, 5);
  return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q
         + r + s + t;
}

/* A frame with room for 20, for 9 and for no stack arguments.  */
static uint64_t NOINLINE
frame20 (uint64_t v)
{
  return sum20 (v, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
                18, 19) + callback (v);
}

static uint64_t NOINLINE
sum9 (uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f,
      uint64_t g, uint64_t h, uint64_t i)
{
  deep (1, 1, 2, 3, 4, 5);
  return a + b + c + d + e + f + g + h + i;
}

static uint64_t NOINLINE
frame9 (uint64_t v)
{
  return sum9 (v, 1, 2, 3, 4, 5, 6, 7, 8) + callback (v);
}

static uint64_t NOINLINE
step (uint64_t depth, uint64_t a)
{
  BARRIER ();
  if (depth == 0)
    return frame20 (a) + frame9 (a);
  a = step (depth - 1, a);
  BARRIER ();
  return a;
}

static void
run (void *arg)
{
  uint64_t depth = (uint64_t) arg;

  CHECK_EQ (step (depth, depth),
            2 * depth + 190 + 36 + 2 * (depth + depth % 20));
}

int
main (void)
{
  void *address;
  uint64_t i;

  CHECK_EQ (rt_callback_new (called_back, "L(L)", &address), 0);
  callback = (uintptr_t (*) (uintptr_t)) (uintptr_t) address;
  for (i = 0; i < 100; i++)
    on_fresh (run, (void *) i);
  return 0;
}
