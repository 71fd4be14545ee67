/* Arguments of a function that grows the stack at entry, in registers and
   on the stack, integers, floats, vectors and by reference, arrive.  */
/* { dg-do run } */

#include "stack-test.h"

typedef double vector __attribute__ ((vector_size (16)));

struct pair { uint64_t a, b; };

static uint64_t NOINLINE
many (uint64_t depth, double x, uint64_t c, float y, struct pair p, int8_t e,
      double z, uint64_t g, struct pair q, int h)
{
  uint64_t r = depth;

  if (depth > 0)
    r = many (depth - 1, x + 1, c + 1, y + 1, p, (int8_t) (e - 1), z + 1,
              g + 1, (struct pair) { q.a + 1, q.b + 1 }, h - 1);
  CHECK_EQ_DOUBLE (x, y);
  CHECK_EQ_DOUBLE (x + 0.5, z);
  CHECK_EQ (c, g);
  CHECK_EQ (c, q.a);
  CHECK_EQ (c + 7, q.b);
  CHECK_EQ (p.a + 1, p.b);
  CHECK_EQ (e, (int8_t) h);
  return r;
}

static vector NOINLINE
vectors (uint64_t depth, vector a, vector b)
{
  vector r;

  if (depth == 0)
    return a - b;
  r = vectors (depth - 1, b, a);
  return -r;
}

static void
run (void *arg)
{
  uint64_t depth = (uint64_t) arg;
  vector v;

  CHECK_EQ (many (depth, 0, 1000, 0, (struct pair) { 1, 2 }, 5, 0.5, 1000,
                  (struct pair) { 1000, 1007 }, 5), 0);
  v = vectors (depth, (vector) { 5, 6 }, (vector) { 1, 3 });
  CHECK_EQ_DOUBLE (v[0], 4);
  CHECK_EQ_DOUBLE (v[1], 3);
}

int
main (void)
{
  uint64_t depth;

  for (depth = 1; depth < 300; depth += 1 + depth / 4)
    on_fresh (run, (void *) depth);
  return 0;
}
