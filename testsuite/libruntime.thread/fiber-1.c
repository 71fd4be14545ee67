/* Plain code that a goroutine calls changes fibers, and calls back on them,
   nested too; so does a thread that is not ours; and a bound goroutine changes
   to another fiber and back.  */
/* { dg-do run } */
/* { dg-plain-sources "fiber-plain.c" } */

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"
#include "fiber.h"

__declspec (dllimport) void SwitchToFiber (void *);

static int (*callback) (int);

/* The sum 1 to N, each term on a fiber of its own.  */
static int
called_back (int n)
{
  int rest = 0;

  CHECK_EQ (descend (100), 100);
  rt_gosched ();
  if (n > 1)
    rest = on_fiber (callback, n - 1);
  CHECK_EQ (descend (200), 200);
  return rest + n;
}

static void
goroutine (void *arg)
{
  int i;

  for (i = 0; i < 5; i++)
    CHECK_EQ (on_fiber (callback, 4), 10);
  rt_waitgroup_done (arg);
}

static void
generate (void *arg)
{
  void *generator;
  int i;

  rt_lockosthread ();
  generator = generator_begin ();
  for (i = 1; i <= 500; i++)
    {
      SwitchToFiber (generator);
      CHECK_EQ (generator_value (), i);
      if (i % 50 == 0)
        {
          CHECK_EQ (descend (i), i);
          rt_gosched ();
        }
    }
  generator_end ();
  rt_unlockosthread ();
  rt_waitgroup_done (arg);
}

int
main (void)
{
  struct rt_waitgroup group = { 0 };
  void *stub;
  int i;

  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &stub), 0);
  callback = (int (*) (int)) stub;
  CHECK_EQ (on_fiber (callback, 1), 1);
  CHECK_EQ (on_fiber (callback, 5), 15);
  for (i = 0; i < 5; i++)
    CHECK_EQ (on_thread_and_fiber (callback, 5), 15);
  CHECK_EQ (rt_waitgroup_add (&group, 4), 0);
  for (i = 0; i < 3; i++)
    CHECK_EQ (rt_go (goroutine, &group), 0);
  CHECK_EQ (rt_go (generate, &group), 0);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  return 0;
}
