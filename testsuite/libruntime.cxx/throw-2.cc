/* Exceptions on chained segments: through pinned functions, from one segment
   to another, with cleanups that chain more.  */
/* { dg-do run } */

#include <stdarg.h>

#include <string>

#include "cxx-test.h"

static int cleanups;

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
}

int
main ()
{
  work ();
  on_fresh (work);
  on_fresh ([] { deep (100, work); });
  return 0;
}
