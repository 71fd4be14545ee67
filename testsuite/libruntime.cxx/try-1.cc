/* A C++ exception that passes an rt_try ends it: a later rt_throw comes to
   the one around.  */
/* { dg-do run } */

#include "cxx-test.h"

static int destroyed;

struct object
{
  ~object () { destroyed++; deep (20, [] {}); }
};

static void
throws (void *arg)
{
  object o;
  deep ((int) (intptr_t) arg, [] { throw 5; });
}

static void
passes ()
{
  object o;
  try
    {
      object p;
      rt_try (throws, (void *) 30, nullptr);
      CHECK (false);
    }
  catch (int n)
    {
      CHECK_EQ (n, 5);
    }
}

static void
passes_and_throws (void *arg)
{
  passes ();
  rt_throw ((uintptr_t) arg);
}

static void
work (void *arg)
{
  uintptr_t value = 0;

  passes ();
  CHECK_EQ (rt_try (passes_and_throws, (void *) 3, &value), RT_ETHROWN);
  CHECK_EQ (value, 3);
  passes ();
  /* To the one around.  */
  deep (50, [&] { rt_throw ((uintptr_t) arg); });
}

int
main ()
{
  auto all = []
    {
      for (uintptr_t i = 1; i < 20; i++)
        {
          uintptr_t value = 0;
          destroyed = 0;
          CHECK_EQ (rt_try (work, (void *) i, &value), RT_ETHROWN);
          CHECK_EQ (value, i);
          CHECK_EQ (destroyed, 9);
        }
    };
  all ();
  on_fresh (all);
  on_fresh ([&] { deep (300, all); });
  return 0;
}
