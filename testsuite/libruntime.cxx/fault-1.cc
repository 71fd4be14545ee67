/* A fault handler throws, catches and recovers, in functions with something
   to destroy; an exception that leaves it ends the process.  */
/* { dg-do run } */
/* { dg-should-fail 3 } */
/* { dg-match "^recovered 50, caught 50, destroyed 50$" } */
/* { dg-match "^terminate called after throwing an instance of .int.$" } */
/* { dg-match "^libruntime: abort$" } */
/* { dg-match "\n  _ZL\\d+handler\[^\n\]*\n  _Z\\d+loads" } */

#include <exception>
#include <stdio.h>
#include <string>

#include "cxx-test.h"

static int caught, destroyed;
static bool leave;

struct object
{
  std::string name;
  ~object () { destroyed++; deep (20, [] {}); }
};

static void
handler (const struct rt_fault *fault)
{
  int number = 3;
  try
    {
      object o = { "a name that is too long to be kept inside" };
      deep (50, [&] { throw std::to_string (number); });
    }
  catch (std::string &s)
    {
      CHECK (s == "3");
      caught++;
    }
  if (leave)
    throw 1;
  rt_throw ((uintptr_t) fault->address);
}

NOINLINE int
loads (volatile int *p)
{
  int n = *p;
  BARRIER ();
  return n + 1;
}

static void
faults (void *arg)
{
  deep (30, [&] { loads ((volatile int *) arg); });
}

int
main ()
{
  int recovered = 0;

  CHECK_EQ (rt_fault_handler (handler), 0);
  for (uintptr_t i = 1; i <= 50; i++)
    {
      uintptr_t value = 0;
      CHECK_EQ (rt_try (faults, (void *) i, &value), RT_ETHROWN);
      CHECK_EQ (value, i);
      CHECK (std::current_exception () == nullptr);
      CHECK_EQ (std::uncaught_exceptions (), 0);
      recovered++;
    }
  printf ("recovered %d, caught %d, destroyed %d\n", recovered, caught,
          destroyed);
  fflush (stdout);
  leave = true;
  try
    {
      faults ((void *) 8);
    }
  catch (...)
    {
      printf ("too far\n");
      return 0;
    }
  return 0;
}
