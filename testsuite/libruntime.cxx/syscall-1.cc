/* What a function of a plain DLL throws is caught around rt_syscall, and all
   that comes after goes on as usual; also when others have run while it
   blocked.  */
/* { dg-do run } */
/* { dg-dll "syscall-1-dll.cc" } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "cxx-test.h"

struct object
{
  int *count;
  ~object () { ++*count; deep (10, [] {}); }
};

static int turns;
static bool over;

static void
others ()
{
  while (!__atomic_load_n (&over, __ATOMIC_RELAXED))
    {
      __atomic_add_fetch (&turns, 1, __ATOMIC_RELAXED);
      rt_gosched ();
    }
}

/* FN returns or throws when another goroutine has had the only p.  */
static void
blocks (void *fn)
{
  struct rt_waitgroup group = {};
  auto run = others;

  go (&run, &group);
  for (int i = 0; i < 6; i++)
    {
      struct rt_result r = {};
      int cleanups = 0, caught = 0;

      try
        {
          object o = { &cleanups };
          r = rt_syscall (fn, 2, i % 2 ? 10 : 1, (uintptr_t) &turns, 0);
        }
      catch (const char *)
        {
          CHECK (!"the right one");
        }
      catch (int n)
        {
          caught = n;
        }
      CHECK_EQ (cleanups, 1);
      CHECK_EQ (caught, i % 2 ? 10 : 0);
      CHECK_EQ (r.r1, i % 2 ? 0 : 2);
    }
  __atomic_store_n (&over, true, __ATOMIC_RELAXED);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
}

int
main ()
{
  void *fn = test_proc ("syscall-1-dll.dll", "throws");
  int caught = 0, cleanups = 0;

  for (int i = 0; i < 20; i++)
    {
      struct rt_result r = {};

      try
        {
          object o = { &cleanups };
          if (i % 2)
            r = rt_syscall (fn, 2, i, 0, 0);
          else
            r = rt_syscall6 (fn, 6, i, 0, 0, 0, 0, 0);
          CHECK_EQ (r.r1, (uintptr_t) i + 1);
        }
      catch (int n)
        {
          CHECK_EQ (n, i);
          caught++;
        }
    }
  CHECK_EQ (caught, 10);
  CHECK_EQ (cleanups, 20);
  blocks (fn);
  return 0;
}
