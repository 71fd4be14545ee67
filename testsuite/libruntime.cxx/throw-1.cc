/* Exceptions in one goroutine: types, order of destruction, rethrowing,
   function try blocks, from stacks that have grown.  */
/* { dg-do run } */

#include <stdexcept>
#include <string>

#include "cxx-test.h"

static int alive;
static std::string trail;

struct object
{
  int n;
  object (int n) : n (n) { alive++; }
  object (const object &o) : n (o.n) { alive++; }
  ~object ()
  {
    alive--;
    trail += (char) ('a' + n);
    deep (30, [] {});           /* Growth while unwinding.  */
  }
};

struct base_error
{
  virtual int code () const { return 1; }
  virtual ~base_error () {}
};

struct error : base_error
{
  int n;
  int code () const override { return n; }
  error (int n) : n (n) { alive++; }
  error (const error &e) : base_error (e), n (e.n) { alive++; }
  ~error () { alive--; }
};

struct empty {};

static NOINLINE int
thrower (int depth, int what)
{
  object o (depth);
  char local[64];

  memset (local, depth, sizeof local);
  if (depth > 0)
    {
      int result = thrower (depth - 1, what);
      return result + local[what % 64];
    }
  switch (what)
    {
    case 0:
      throw 42;
    case 1:
      throw error (7);
    case 2:
      throw std::runtime_error ("two");
    case 3:
      throw "three";
    case 4:
      throw empty ();
    case 5:
      throw &alive;
    }
  return what;
}

static NOINLINE std::string
catcher (int what)
{
  try
    {
      object outer (20);
      int n = thrower (3, what);
      return "none " + std::to_string (n);
    }
  catch (int n)
    {
      return "int " + std::to_string (n);
    }
  catch (const base_error &e)
    {
      return "error " + std::to_string (e.code ());
    }
  catch (std::exception &e)
    {
      return std::string ("exception ") + e.what ();
    }
  catch (const char *s)
    {
      return s;
    }
  catch (int *p)
    {
      return p == &alive ? "pointer" : "wrong pointer";
    }
  catch (...)
    {
      return "dots";
    }
}

struct member
{
  object o;
  member (int n) : o (n) { if (n == 5) throw n; }
};

struct whole
{
  object first;
  member second;
  whole (int n) try : first (1), second (n) {} catch (int m) { throw m + 1; }
};

static NOINLINE int
nested ()
{
  try
    {
      try
        {
          object o (3);
          throw error (3);
        }
      catch (std::exception &)
        {
          return -1;
        }
      catch (error &e)
        {
          e.n++;
          try
            {
              throw std::string ("inner");
            }
          catch (std::string &s)
            {
              e.n += s.size ();
            }
          object o (4);
          throw;
        }
    }
  catch (const error &e)
    {
      return e.n;
    }
  return -2;
}

/* A destructor that throws and catches while another exception is on its
   way.  */
struct busy
{
  ~busy ()
  {
    for (int i = 0; i < 3; i++)
      CHECK_STRING (catcher (i),
                 i == 0 ? "int 42" : i == 1 ? "error 7" : "exception two");
  }
};

static NOINLINE void
check (int what, const char *want)
{
  trail.clear ();
  CHECK_STRING (catcher (what), want);
  CHECK_STRING (trail, "abcdu");
  CHECK_EQ (alive, 0);
}

static void
work ()
{
  check (0, "int 42");
  check (1, "error 7");
  check (2, "exception two");
  check (3, "three");
  check (4, "dots");
  check (5, "pointer");
  check (6, "none 12");

  CHECK_EQ (nested (), 3 + 1 + 5);
  CHECK_EQ (alive, 0);

  trail.clear ();
  int caught = 0;
  try
    {
      whole w (5);
    }
  catch (int n)
    {
      caught = n;
    }
  CHECK_EQ (caught, 6);
  CHECK_STRING (trail, "fb");

  try
    {
      busy b;
      throw 1;
    }
  catch (int n)
    {
      caught = n;
    }
  CHECK_EQ (caught, 1);
  CHECK_EQ (std::uncaught_exceptions (), 0);
  CHECK_EQ (alive, 0);
}

int
main ()
{
  work ();
  on_fresh (work);
  on_fresh ([] { deep (300, work); });
  /* Each throw from deeper than before.  */
  on_fresh ([]
    {
      for (int depth = 1; depth < 3000; depth = depth * 3 + 1)
        {
          int caught = 0;

          try
            {
              deep (depth, [&] { throw depth; });
            }
          catch (int n)
            {
              caught = n;
            }
          CHECK_EQ (caught, depth);
        }
    });
  return 0;
}
