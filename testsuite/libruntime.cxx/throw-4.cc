/* Goroutines that wait in catch blocks and in destructors, on few threads and
   on many: what is caught is the goroutine's.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=2" } */

#include <exception>
#include <string>
#include <vector>

#include "cxx-test.h"

#define GOROUTINES 30
#define ROUNDS 5

static int done;

struct waits
{
  int depth;
  ~waits ()
  {
    CHECK_EQ (std::uncaught_exceptions (), depth);
    rt_sleep (MS);
    deep (50, [] { rt_gosched (); });
    CHECK_EQ (std::uncaught_exceptions (), depth);
  }
};

static void
work ()
{
  int id = __atomic_add_fetch (&done, 1, __ATOMIC_RELAXED);

  for (int i = 0; i < ROUNDS; i++)
    {
      std::string mine = std::to_string (id) + "/" + std::to_string (i);
      std::exception_ptr kept;

      try
        {
          waits w { 1 };
          throw mine;
        }
      catch (std::string &s)
        {
          CHECK (s == mine);
          rt_sleep ((uint64_t) (id % 3) * MS);
          CHECK (s == mine);
          try
            {
              waits w { 1 };
              throw id;
            }
          catch (int n)
            {
              CHECK_EQ (n, id);
              rt_gosched ();
              CHECK_EQ (n, id);
            }
          rt_gosched ();
          kept = std::current_exception ();
          CHECK (kept != nullptr);
          CHECK (s == mine);
        }
      CHECK (std::current_exception () == nullptr);
      CHECK_EQ (std::uncaught_exceptions (), 0);
      rt_gosched ();
      try
        {
          std::rethrow_exception (kept);
        }
      catch (const std::string &s)
        {
          rt_gosched ();
          CHECK (s == mine);
        }
    }
}

/* An exception that another goroutine threw.  */
static void
hand_over ()
{
  struct rt_chan *chan;
  struct rt_waitgroup group = {};

  CHECK_EQ (rt_chan_new (sizeof (std::exception_ptr *), 0, &chan), 0);
  auto thrower = [&]
    {
      auto *kept = new std::exception_ptr;
      try
        {
          throw std::string ("elsewhere");
        }
      catch (...)
        {
          *kept = std::current_exception ();
        }
      CHECK_EQ (rt_chan_send (chan, &kept), 0);
    };
  go (&thrower, &group);
  std::exception_ptr *kept;
  CHECK_EQ (rt_chan_recv (chan, &kept), 0);
  bool caught = false;
  try
    {
      std::rethrow_exception (*kept);
    }
  catch (const std::string &s)
    {
      caught = s == "elsewhere";
    }
  CHECK (caught);
  delete kept;
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  CHECK_EQ (rt_chan_free (chan), 0);
}

/* What ends in a catch block leaves nothing for the next one.  */
static void
leave (void *)
{
  try
    {
      throw 1;
    }
  catch (int)
    {
      rt_goexit ();
    }
}

int
main ()
{
  struct rt_waitgroup group = {};
  auto fn = work;

  for (int i = 0; i < GOROUTINES; i++)
    go (&fn, &group);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  hand_over ();
  for (int i = 0; i < 5; i++)
    CHECK_EQ (rt_go (leave, nullptr), 0);
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  CHECK (std::current_exception () == nullptr);
  CHECK_EQ (std::uncaught_exceptions (), 0);
  return 0;
}
