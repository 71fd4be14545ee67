/* std::mutex among goroutines: each holds it without parking, or is bound to
   its thread, since the mutex belongs to the thread.  */
/* { dg-do run } */
/* { dg-require "std::thread" } */

#include <mutex>
#include <shared_mutex>

#include "cxx-test.h"

static std::mutex mutex;
static std::recursive_mutex recursive;
static std::shared_mutex shared;
static int counter, bound_counter;

static void
work ()
{
  for (int i = 0; i < 50; i++)
    {
      {
        std::lock_guard<std::mutex> lock (mutex);
        int before = counter;
        deep (20, [&] { counter = before + 1; });
      }
      rt_gosched ();
      {
        std::shared_lock<std::shared_mutex> lock (shared);
        CHECK (counter > 0);
      }
    }
}

static void
bound ()
{
  rt_lockosthread ();
  for (int i = 0; i < 5; i++)
    {
      std::lock_guard<std::recursive_mutex> lock (recursive);
      std::lock_guard<std::recursive_mutex> again (recursive);
      int before = bound_counter;

      rt_sleep (MS / 10);
      bound_counter = before + 1;
    }
  rt_unlockosthread ();
}

int
main ()
{
  struct rt_waitgroup group = {};
  auto one = work, two = bound;

  for (int i = 0; i < 4; i++)
    {
      go (&one, &group);
      go (&two, &group);
    }
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  CHECK_EQ (counter, 4 * 50);
  CHECK_EQ (bound_counter, 4 * 5);
  return 0;
}
