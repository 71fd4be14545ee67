/* Aggregates of every size class go by value both ways, while the stack moves
   in the callee.  */
/* { dg-do run } */

#include "plugin-test.h"

#define SIZE_TEST(n)                                                          \
  struct s##n                                                                 \
  {                                                                           \
    unsigned char b[n];                                                       \
  };                                                                          \
  static NOINLINE struct s##n pass##n (int k, struct s##n s, struct s##n *p)  \
  {                                                                           \
    struct s##n local = s;                                                    \
    deep (k);                                                                 \
    local.b[n - 1]++;                                                         \
    s.b[0]++;                                                                 \
    deep (k);                                                                 \
    p->b[0] = s.b[0];                                                         \
    return local;                                                             \
  }                                                                           \
  static void test##n (void)                                                  \
  {                                                                           \
    struct s##n a, b, c;                                                      \
    memset (&a, 7, sizeof a);                                                 \
    memset (&c, 0, sizeof c);                                                 \
    b = pass##n (9, a, &c);                                                   \
    CHECK_EQ (b.b[n - 1], 8);                                                 \
    CHECK_EQ (a.b[n - 1], 7);                                                 \
    CHECK_EQ (a.b[0], 7);                                                     \
    CHECK_EQ (c.b[0], 8);                                                     \
    CHECK_EQ (pass##n (3, pass##n (2, a, &c), &c).b[n - 1], 9);               \
    pass##n (1, a, &c);                                                       \
  }

SIZE_TEST (1)
SIZE_TEST (2)
SIZE_TEST (3)
SIZE_TEST (4)
SIZE_TEST (5)
SIZE_TEST (6)
SIZE_TEST (7)
SIZE_TEST (8)
SIZE_TEST (9)
SIZE_TEST (12)
SIZE_TEST (15)
SIZE_TEST (16)
SIZE_TEST (17)
SIZE_TEST (24)
SIZE_TEST (31)
SIZE_TEST (32)
SIZE_TEST (64)
SIZE_TEST (100)
SIZE_TEST (1000)
SIZE_TEST (5000)

/* Scalars in a struct take a way of their own.  */
struct one_float { float f; };
struct one_double { double d; };
struct one_pointer { int *p; };
union any { double d; void *p; char c[8]; };

static NOINLINE struct one_float
pass_float (struct one_float s)
{
  deep (4);
  s.f += 1;
  return s;
}

static NOINLINE struct one_double
pass_double (struct one_double s)
{
  deep (4);
  s.d += 1;
  return s;
}

static NOINLINE struct one_pointer
pass_pointer (struct one_pointer s)
{
  deep (4);
  ++*s.p;
  return s;
}

static NOINLINE union any
pass_any (union any u)
{
  deep (4);
  u.d += 1;
  return u;
}

int
main (void)
{
  int x = 1;
  struct one_pointer p = { &x };

  test1 (); test2 (); test3 (); test4 (); test5 (); test6 (); test7 ();
  test8 (); test9 (); test12 (); test15 (); test16 (); test17 (); test24 ();
  test31 (); test32 (); test64 (); test100 (); test1000 (); test5000 ();
  CHECK (pass_float ((struct one_float) { 2 }).f == 3);
  CHECK (pass_double ((struct one_double) { 2 }).d == 3);
  CHECK_EQ (pass_pointer (p).p, &x);
  CHECK_EQ (x, 2);
  CHECK (pass_any ((union any) { 2.5 }).d == 3.5);
  return 0;
}
