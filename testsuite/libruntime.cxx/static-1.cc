/* With libstdc++ and libgcc in the program itself; two goroutines on one
   thread, in destructors and catch blocks at the same time.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-options "-static-libstdc++ -static-libgcc" } */

#include <exception>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include "cxx-test.h"

struct object
{
  int *count;
  ~object ()
  {
    ++*count;
    rt_gosched ();
    CHECK_EQ (std::uncaught_exceptions (), 1);
  }
};

static void
work ()
{
  int cleanups = 0;
  std::map<std::string, int> map;
  std::ostringstream out;

  for (int i = 0; i < 20; i++)
    map[std::to_string (i % 7)] += i;
  for (auto &pair : map)
    out << pair.first << '=' << pair.second << ' ';
  CHECK_STRING (out.str (), "0=21 1=24 2=27 3=30 4=33 5=36 6=19 ");
  for (int i = 0; i < 20; i++)
    try
      {
        object o = { &cleanups };
        deep (i * 5, [&] { map.at ("none"); });
      }
    catch (std::out_of_range &e)
      {
        CHECK_EQ (std::uncaught_exceptions (), 0);
        rt_gosched ();
        try
          {
            throw;
          }
        catch (std::out_of_range &again)
          {
            CHECK_EQ (&again, &e);
          }
        CHECK_EQ (std::uncaught_exceptions (), 0);
      }
  CHECK_EQ (cleanups, 20);
}

int
main ()
{
  struct rt_waitgroup group = {};
  auto fn = work;

  work ();
  for (int i = 0; i < 2; i++)
    go (&fn, &group);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  return 0;
}
