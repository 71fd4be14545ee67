/* Virtual calls grow and park whichever way they go: thunks of second and of
   virtual bases, covariant results, pointers to members, anonymous
   namespaces; casts at run time.  */
/* { dg-do run } */

#include <typeinfo>

#include "cxx-test.h"

/* Some are not inlined, so that their thunks jump to them.

   What each function does: only on a control stack may it park.  */
static NOINLINE int
grow (int n)
{
  CHECK_EQ (rt_ready (rt_self ()), 0);
  CHECK_EQ (rt_park (), 0);
  deep (500, [] {});
  return n;
}

struct first
{
  int a = 1;
  virtual int f (int x) { return grow (x + a); }
  virtual ~first () {}
};

struct second
{
  int b = 2;
  virtual int g (int x) { return grow (x + b); }
  virtual second *self () { return this; }
  virtual ~second () { grow (0); }
};

struct both : first, second
{
  int c = 3;
  int f (int x) override { return grow (x * 10 + a + b + c); }
  NOINLINE int g (int x) override { return grow (x * 100 + a + b + c); }
  both *self () override { grow (0); return this; }
};

struct base
{
  int n = 5;
  virtual int h (int x, int y, int z, int u, int v) = 0;
  virtual ~base () {}
};

struct left : virtual base
{
  int l = 6;
  int h (int x, int y, int z, int u, int v) override
  { return grow (x + y + z + u + v + n + l); }
};

struct right : virtual base
{
  int r = 7;
};

struct bottom : left, right
{
  NOINLINE int h (int x, int y, int z, int u, int v) override
  { return left::h (x, y, z, u, v) + r; }
};

namespace
{
struct hidden : second
{
  int g (int x) override { return grow (x - b); }
};
}

static NOINLINE int
call (first *p, second *q, base *r)
{
  return p->f (1) + q->g (1) + r->h (1, 2, 3, 4, 5);
}

static void
work ()
{
  both o;
  bottom d;
  first *p = &o;
  second *q = &o;
  base *r = &d;

  CHECK_EQ (call (p, q, r), 16 + 106 + 33);
  CHECK_EQ (q->self (), (second *) &o);
  CHECK_EQ (dynamic_cast<both *> (q), &o);
  CHECK_EQ (dynamic_cast<first *> (q), p);
  CHECK (dynamic_cast<left *> (r) != nullptr);
  CHECK_EQ (dynamic_cast<hidden *> (q), (hidden *) nullptr);
  CHECK (typeid (*q) == typeid (both));
  CHECK (typeid (*r) == typeid (bottom));

  int (second::*member) (int) = &second::g;
  int (first::*other) (int) = &first::f;
  int (both::*derived) (int) = static_cast<int (both::*) (int)> (member);
  CHECK_EQ ((q->*member) (2), 206);
  CHECK_EQ ((p->*other) (2), 26);
  CHECK_EQ ((o.*derived) (3), 306);

  second *h = new hidden;
  CHECK_EQ (h->g (9), 7);
  delete h;
  q = new both;
  delete q;
}

int
main ()
{
  work ();
  on_fresh (work);
  return 0;
}
