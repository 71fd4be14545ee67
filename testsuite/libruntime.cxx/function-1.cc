/* Lambdas and what else can be called: captures of locals that other
   goroutines use, std::function, recursion through it, plain functions.  */
/* { dg-do run } */
/* { dg-plain-sources "function-1-plain.cc" } */

#include <functional>
#include <memory>
#include <string>

#include "cxx-test.h"

int on_thread_stack (int n);            /* function-1-plain.cc  */

struct counter
{
  int n = 0;
  int operator() (int by) { deep (20, [&] { n += by; }); return n; }
  int add (int a, int b) { rt_gosched (); return n += a + b; }
};

static NOINLINE int
call (const std::function<int (int)> &f, int n)
{
  return f (n);
}

static void
work ()
{
  int local = 1;
  std::string text = "text";

  /* By reference, by value, moved.  */
  auto by_reference = [&] (int n) { local += n; return local; };
  auto by_value = [local, text] (int n) { return local + n
                                                 + (int) text.size (); };
  auto pointer = std::make_unique<int> (9);
  auto moved = [p = std::move (pointer)] (int n) mutable { return *p += n; };
  auto generic = [] (auto a, auto b) { rt_gosched (); return a + b; };
  CHECK_EQ (by_reference (2), 3);
  CHECK_EQ (by_value (2), 7);
  CHECK_EQ (moved (1), 10);
  CHECK_EQ (generic (1, 2L), 3L);
  CHECK (generic (text, "!") == "text!");

  std::function<int (int)> f = by_reference;
  CHECK_EQ (call (f, 4), 7);
  CHECK_EQ (local, 7);
  f = std::ref (by_value);
  CHECK_EQ (f (1), 6);
  counter c;
  f = std::ref (c);
  CHECK_EQ (f (5), 5);
  CHECK_EQ (call (f, 6), 11);
  f = std::bind (&counter::add, &c, std::placeholders::_1, 100);
  CHECK_EQ (f (1), 112);
  f = (int (*) (int)) abs;              /* Plain code.  */
  CHECK_EQ (call (f, -3), 3);
  f = on_thread_stack;
  CHECK_EQ (call (f, 4), 4);
  CHECK_EQ (std::invoke (&counter::add, c, 1, 1), 114);

  std::function<int (int)> fib = [&] (int n)
    { return n < 2 ? n : fib (n - 1) + fib (n - 2); };
  CHECK_EQ (fib (12), 144);

  /* Another goroutine writes this one's locals.  */
  struct rt_waitgroup group = {};
  int array[10] = {};
  auto writer = [&]
    {
      for (int &n : array)
        {
          n = ++local;
          rt_gosched ();
        }
    };
  go (&writer, &group);
  deep (100, [&] { CHECK_EQ (rt_waitgroup_wait (&group), 0); });
  CHECK_EQ (array[9], 17);
  CHECK_EQ (local, 17);
}

int
main ()
{
  work ();
  on_fresh (work);
  return 0;
}
