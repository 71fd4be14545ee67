/* Objects by value: arguments and results that must be built in place, moved
   and copied, through pointers and virtual calls, many at once.  */
/* { dg-do run } */

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cxx-test.h"

/* Knows its own address.  */
struct self
{
  self *me;
  int n;
  static int alive;
  self (int n) : me (this), n (n) { alive++; }
  self (const self &o) : me (this), n (o.n) { check (o); alive++; }
  self (self &&o) : me (this), n (o.n) { check (o); o.n = -1; alive++; }
  self &operator= (const self &o) { check (o); n = o.n; return *this; }
  ~self () { check (*this); alive--; }
  static void check (const self &o) { CHECK_EQ (o.me, &o); }
};

int self::alive;

struct trivial { int a, b, c, d, e; };
struct small { short a, b; };

static NOINLINE self
make (int n)
{
  self s (n);
  deep (20, [&] { s.n++; });
  return s;
}

static NOINLINE self
pass (self s, int n)
{
  deep (20, [&] { s.n += n; });
  return s;
}

static NOINLINE int
many (self a, trivial t, self b, small s, std::string c, double d, self e,
      std::vector<int> v)
{
  deep (20, [] {});
  return a.n + t.e + b.n + s.b + (int) c.size () + (int) d + e.n
         + (int) v.size ();
}

struct shape
{
  virtual self grow (self s, trivial t) const = 0;
  virtual ~shape () {}
};

struct square : shape
{
  self grow (self s, trivial t) const override
  {
    deep (20, [&] { s.n += t.a + t.e; });
    return s;
  }
};

static NOINLINE std::tuple<int, std::string, self>
three (int n)
{
  return { n, std::to_string (n), make (n) };
}

static NOINLINE std::pair<std::string, std::vector<self>>
nested (int depth)
{
  if (depth == 0)
    return { "x", { self (1), self (2) } };
  auto result = nested (depth - 1);
  result.first += result.first;
  result.second.push_back (make (depth));
  return result;
}

static __int128 NOINLINE
wide (__int128 a, __int128 b)
{
  deep (5, [&] { a *= b; });
  return a;
}

static void
work ()
{
  self (*f) (self, int) = pass;
  square q;
  const shape *volatile shape = &q;
  trivial t = { 1, 2, 3, 4, 5 };

  CHECK_EQ (make (3).n, 4);
  CHECK_EQ (pass (make (1), 5).n, 7);
  CHECK_EQ (f (f (self (1), 1), 2).n, 4);
  CHECK_EQ (shape->grow (make (1), t).n, 8);
  CHECK_EQ (many (1, t, make (2), { 1, 2 }, "four", 7.5, self (6),
                  { 1, 2, 3 }), 1 + 5 + 3 + 2 + 4 + 7 + 6 + 3);
  auto [n, s, o] = three (12);
  CHECK_EQ (n + (int) s.size () + o.n, 12 + 2 + 13);
  auto pair = nested (6);
  CHECK_EQ (pair.first.size (), 64u);
  CHECK_EQ (pair.second.size (), 8u);
  CHECK_EQ (pair.second.back ().n, 7);
  CHECK ((wide ((__int128) 1 << 70, 3) >> 70) == 3);
  self x = make (1), y = make (2);
  std::swap (x.n, y.n);
  x = y;
  CHECK_EQ (x.n, 2);
}

int
main ()
{
  work ();
  CHECK_EQ (self::alive, 0);
  on_fresh (work);
  CHECK_EQ (self::alive, 0);
  return 0;
}
