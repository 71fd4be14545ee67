/* Coroutines of C++20 on goroutines: resumed on another goroutine than where
   they began, growing and parking in between, leaving by an exception.  */
/* { dg-do run } */
/* { dg-options "-std=gnu++20" } */

#include <coroutine>
#include <exception>

#include "cxx-test.h"

struct generator
{
  struct promise_type
  {
    int value = 0;
    std::exception_ptr error;
    generator get_return_object ()
    { return { std::coroutine_handle<promise_type>::from_promise (*this) }; }
    std::suspend_always initial_suspend () { return {}; }
    std::suspend_always final_suspend () noexcept { return {}; }
    std::suspend_always yield_value (int n) { value = n; return {}; }
    void return_void () {}
    void unhandled_exception () { error = std::current_exception (); }
  };

  std::coroutine_handle<promise_type> handle;

  bool
  next ()
  {
    handle.resume ();
    if (handle.done () && handle.promise ().error)
      std::rethrow_exception (handle.promise ().error);
    return !handle.done ();
  }
  int value () { return handle.promise ().value; }
};

static generator
squares (int n)
{
  int local[10];

  for (int i = 0; i < n; i++)
    {
      int &slot = local[i % 10];

      deep (30, [&] { slot = i * i; });
      rt_gosched ();
      co_yield slot;
    }
  if (n == 5)
    deep (30, [&] { throw n; });
}

int
main ()
{
  generator g = squares (20);
  int i = 0;

  for (; i < 7; i++)
    {
      CHECK (g.next ());
      CHECK_EQ (g.value (), i * i);
    }
  on_fresh ([&]
    {
      for (; i < 14; i++)
        deep (i * 10, [&]
          {
            CHECK (g.next ());
            CHECK_EQ (g.value (), i * i);
          });
    });
  while (g.next ())
    {
      CHECK_EQ (g.value (), i * i);
      i++;
    }
  CHECK_EQ (i, 20);
  g.handle.destroy ();

  generator h = squares (5);
  int caught = 0;
  try
    {
      for (i = 0; h.next (); i++)
        ;
    }
  catch (int n)
    {
      caught = n + i;
    }
  CHECK_EQ (caught, 10);
  h.handle.destroy ();
  return 0;
}
