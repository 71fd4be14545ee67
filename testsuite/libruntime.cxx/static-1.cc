/* With libstdc++ and libgcc in the program itself.  */
/* { dg-do run } */
/* { dg-options "-static-libstdc++ -static-libgcc" } */

#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include "cxx-test.h"

struct object
{
  int *count;
  ~object () { ++*count; rt_gosched (); }
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
        rt_gosched ();
        CHECK (e.what () != nullptr);
      }
  CHECK_EQ (cleanups, 20);
}

int
main ()
{
  work ();
  on_fresh (work);
  return 0;
}
