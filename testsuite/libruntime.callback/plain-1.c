/* A plain function as a callback runs on the system stack, with as many
   arguments as it likes, and may call back in turn.  */
/* { dg-do run } */
/* { dg-plain-sources "plain-1-plain.c" } */

#include "cb-test.h"

double plain_function (uintptr_t (*f) (uintptr_t), double b, int c, float d,
                       int e, double f6);

static uintptr_t
called_back (uintptr_t n)
{
  recurse (40);
  return n + 1;
}

int
main (void)
{
  double (*plain_f) (uintptr_t (*) (uintptr_t), double, int, float, int,
                     double);
  uintptr_t (*f) (uintptr_t) = callback_new (called_back, "L(L)");

  plain_f = callback_new (plain_function, "d(pdifid)");
  CHECK_EQ_DOUBLE (plain_f (f, 0.5, 3, 0.25f, 5, 0.125),
                   101 + 0.5 + 3 + 0.25 + 5 + 0.125);
  CHECK_EQ_DOUBLE (plain_f (NULL, 0.5, 3, 0.25f, 5, 0.125), 8.875);
  return 0;
}
