/* Exceptions that plain code throws, and that pass through it: the library's
   own, and those of growable functions that it calls.  */
/* { dg-do run } */
/* { dg-plain-sources "throw-3-plain.cc" } */

#include <algorithm>
#include <functional>
#include <map>
#include <new>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <vector>

#include "cxx-test.h"

/* throw-3-plain.cc  */
int plain_call (int (*fn) (int), int n);
int plain_call_many (int a, int b, int c, int d, int e, int f,
                     int (*fn) (int));
int plain_catch (int (*fn) (int), int n);
int plain_quick (int (*fn) (int), int n) __attribute__ ((rt_nonblocking));
extern int plain_cleanups;

struct base { virtual ~base () {} };
struct derived : base {};

static int cleanups;

struct object
{
  ~object () { cleanups++; deep (20, [] {}); }
};

/* Plain code calls it.  */
static int
throws (int n)
{
  object o;

  CHECK_EQ (rt_park (), RT_ENOTG);
  deep (10, [&] { if (n > 3) throw n; });
  return n;
}

static int
compare (const void *a, const void *b)
{
  object o;
  if (*(const int *) a == 3)
    throw std::string ("three");
  return *(const int *) a - *(const int *) b;
}

template <class E, class F>
static bool
catches (F fn)
{
  object o;
  try
    {
      fn ();
    }
  catch (E &)
    {
      return true;
    }
  return false;
}

static void
work ()
{
  std::vector<int> v (3);
  std::map<int, int> m;
  std::string s = "abc";
  std::function<void ()> f;
  base b;
  base *none = nullptr;

  CHECK (catches<std::out_of_range> ([&] { v.at (3); }));
  CHECK (catches<std::out_of_range> ([&] { m.at (1); }));
  CHECK (catches<std::out_of_range> ([&] { s.substr (4); }));
  CHECK (catches<std::invalid_argument> ([&] { std::stoi ("x"); }));
  CHECK (catches<std::out_of_range> ([&] { std::stoi ("99999999999"); }));
  CHECK (catches<std::length_error> ([&] { s.resize (s.max_size () + 1); }));
  CHECK (catches<std::bad_cast> ([&] { dynamic_cast<derived &> (b); }));
  CHECK (catches<std::bad_typeid> ([&] { (void) typeid (*none).name (); }));
  CHECK (catches<std::bad_function_call> ([&] { f (); }));
  CHECK (catches<std::bad_alloc> ([&]
    {
      volatile size_t huge = (size_t) -1 / 4;
      ::operator delete (::operator new (huge));
    }));

  cleanups = plain_cleanups = 0;
  CHECK (catches<int> ([] { plain_call (throws, 4); }));
  CHECK_EQ (plain_call (throws, 3), 4);
  CHECK (catches<int> ([] { plain_call_many (1, 2, 3, 4, 5, 6, throws); }));
  CHECK (catches<int> ([] { plain_quick (throws, 4); }));
  CHECK_EQ (plain_quick (throws, 3), 4);
  CHECK_EQ (plain_catch (throws, 5), -5);
  CHECK_EQ (plain_catch (throws, 2), 2);
  CHECK_EQ (plain_cleanups, 5);
  CHECK_EQ (cleanups, 10);

  int array[] = { 5, 4, 3, 2, 1 };
  CHECK (catches<std::string> ([&]
    { qsort (array, 5, sizeof *array, compare); }));
  CHECK (catches<int> ([&]
    {
      std::for_each (array, array + 5, [] (int n) { if (n < 3) throw n; });
    }));
}

int
main ()
{
  work ();
  on_fresh (work);
  on_fresh ([] { deep (300, work); });
  return 0;
}
