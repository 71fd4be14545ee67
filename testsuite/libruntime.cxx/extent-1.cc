/* A local's data frame lasts when the local is destroyed: another object may
   be made in its place.  */
/* { dg-do run } */
/* { dg-options "-fno-exceptions" } */

#include <new>

#include "cxx-test.h"

struct object
{
  int number;
  object () : number (1) {}
  ~object () { number = 0; }
};

static volatile int quick, one = 1;
static object *kept;

static NOINLINE void
keep (object *o)
{
  kept = o;
}

static NOINLINE void
make (int n)
{
  new (kept) object;
  kept->number = n;
}

/* Write over where a data frame is not.  */
static NOINLINE void
spoil ()
{
  volatile char bytes[128];

  for (int i = 0; i < 128; i++)
    bytes[i] = -1;
  deep (1, [&] { CHECK_EQ (bytes[one], -1); });
}

static NOINLINE int
twice (int second)
{
  int sum = 0;

  if (quick)
    return 0;
  object o;
  keep (&o);
  o.~object ();
  make (5);
  if (second)
    {
      spoil ();
      sum = kept->number;
    }
  make (7);
  return sum;
}

int
main ()
{
  CHECK_EQ (twice (one), 5);
  return 0;
}
