/* std::thread, futures and condition variables, from goroutines; the thread's
   function is growable code on a thread that the library made.  */
/* { dg-do run } */
/* { dg-require "std::thread" } */

#include <condition_variable>
#include <future>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "cxx-test.h"

static void
threads ()
{
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::condition_variable wake;
  int local = 0, woken = 0;

  for (int i = 0; i < 4; i++)
    threads.emplace_back ([&, i]
      {
        deep (100, [&] { __atomic_add_fetch (&local, i, __ATOMIC_RELAXED); });
        CHECK_EQ (rt_park (), RT_ENOTG);
        std::unique_lock<std::mutex> lock (mutex);
        woken++;
        wake.notify_one ();
      });
  {
    std::unique_lock<std::mutex> lock (mutex);
    deep (50, [&] { wake.wait (lock, [&] { return woken == 4; }); });
  }
  for (auto &t : threads)
    t.join ();
  CHECK_EQ (local, 6);
}

static int cleanups;

struct object
{
  ~object ()
  {
    __atomic_add_fetch (&cleanups, 1, __ATOMIC_RELAXED);
    deep (10, [] {});
  }
};

static int
fails ()
{
  object o;
  deep (100, [] { throw std::runtime_error ("async"); });
  return 1;
}

static void
futures ()
{
  auto good = std::async (std::launch::async, []
    { int n = 0; deep (100, [&] { n = 5; }); return n; });
  auto bad = std::async (std::launch::async, fails);
  auto lazy = std::async (std::launch::deferred, [] { rt_gosched ();
                                                      return 3; });
  bool caught = false;

  CHECK_EQ (good.get (), 5);
  CHECK_EQ (lazy.get (), 3);
  try
    {
      bad.get ();
    }
  catch (const std::runtime_error &e)
    {
      rt_gosched ();
      caught = std::string (e.what ()) == "async";
    }
  CHECK (caught);

  std::promise<std::string> promise;
  auto future = promise.get_future ();
  struct rt_waitgroup group = {};
  auto fulfil = [&] { rt_sleep (MS); promise.set_value ("kept"); };
  go (&fulfil, &group);
  CHECK (future.get () == "kept");
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
}

static void
once ()
{
  static std::once_flag flag;
  static int calls;

  std::call_once (flag, [] { deep (50, [] { calls++; }); });
  CHECK_EQ (calls, 1);
}

int
main ()
{
  struct rt_waitgroup group = {};
  auto one = threads, two = futures, three = once;

  once ();
  threads ();
  for (int i = 0; i < 2; i++)
    {
      go (&one, &group);
      go (&two, &group);
      go (&three, &group);
    }
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  CHECK_EQ (cleanups, 2);
  std::thread ([] { threads (); once (); }).join ();
  return 0;
}
