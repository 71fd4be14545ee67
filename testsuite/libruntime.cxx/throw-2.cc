/* Exceptions on chained segments: through pinned functions, from one segment
   to another, with cleanups that chain more.  */
/* { dg-do run } */

#include <stdarg.h>

#include <string>

#include "cxx-test.h"

static int cleanups;
static size_t size_at_throw;

struct object
{
  ~object ()
  {
    cleanups++;
    deep (40, [] {});
  }
};

/* Pinned, and large enough to need a segment now and then.  */
static NOINLINE int
pinned (int n, int bottom, ...)
{
  va_list list;
  object o;
  int total = 0;

  va_start (list, bottom);
  for (int i = 0; i < 2; i++)
    total += va_arg (list, int);
  va_end (list);
  deep (20, [&]
    {
      if (n > 0)
        total += pinned (n - 1, bottom, n, n);
      else if (bottom)
        throw std::string ("bottom");
    });
  return total;
}

/* Catches every so often, and goes on with the exception.  */
static NOINLINE int
relay (int n, ...)
{
  va_list list;

  va_start (list, n);
  va_end (list);
  try
    {
      if (n == 0)
        return pinned (20, 1, 1, 1);
      return relay (n - 1, 0, 0);
    }
  catch (std::string &s)
    {
      s += '.';
      deep (50, [] {});
      if (n == 10)
        return (int) s.size ();
      throw;
    }
}

/* Pinned, with nothing to clean up.  */
static NOINLINE int
bare (int n, ...)
{
  va_list list;
  char mine[300];

  va_start (list, n);
  va_end (list);
  memset (mine, n, sizeof mine);
  if (n == 0)
    {
      size_at_throw = info ().control_size;
      throw n;
    }
  return bare (n - 1) + mine[n % 100];
}

/* The segments between are gone at once.  */
static NOINLINE void
drop ()
{
  struct rt_stackinfo now;

  size_at_throw = 0;
  try
    {
      bare (300);
    }
  catch (int)
    {
      CHECK_EQ (rt_stackinfo (&now), 0);
      CHECK (now.control_size < size_at_throw);
    }
  CHECK (size_at_throw > 0);
}

static void
work ()
{
  uint64_t chains = info ().chains;
  int caught = 0;

  for (int i = 0; i < 2; i++)
    {
      cleanups = 0;
      try
        {
          pinned (60, 1, 0, 0);
        }
      catch (const std::string &s)
        {
          caught += s == "bottom";
        }
      CHECK_EQ (caught, i + 1);
      CHECK_EQ (cleanups, 61);
      /* The stack is as good as before.  */
      CHECK_EQ (pinned (60, 0, 0, 0), 60 * 61);
      cleanups = 0;
      CHECK_EQ (relay (10, 0, 0), 6 + 11);
      CHECK_EQ (cleanups, 21);
    }
  CHECK (info ().chains > chains);
  drop ();
}

int
main ()
{
  work ();
  on_fresh (work);
  on_fresh ([] { deep (100, work); });
  return 0;
}
