/* Two C++ runtimes, the program's and that of a DLL, which comes and goes:
   what was caught in either is the goroutine's.  */
/* { dg-do run } */
/* { dg-growable-dll "runtimes-1-dll.cc" "-static-libstdc++" } */
/* { dg-env "RT_MAXPROCS=1" } */

#include <exception>

#include "cxx-test.h"

static bool (*catches) (int n, void (*wait) ());
static int last;

static void
wait ()
{
  for (int i = 0; i < 3; i++)
    rt_gosched ();
  deep (50, rt_gosched);
}

static void
work ()
{
  int n = __atomic_add_fetch (&last, 1, __ATOMIC_RELAXED);

  for (int i = 0; i < 3; i++)
    try
      {
        throw n;
      }
    catch (int &first)
      {
        CHECK (catches (n + 100, wait));
        try
          {
            throw;
          }
        catch (int &again)
          {
            CHECK_EQ (&again, &first);
            CHECK_EQ (again, n);
          }
      }
  CHECK (std::current_exception () == nullptr);
}

int
main ()
{
  auto fn = work;

  for (int i = 0; i < 4; i++)
    {
      struct rt_waitgroup group = {};
      void *dll = LoadLibraryA ("runtimes-1-dll.dll");

      CHECK (dll != nullptr);
      catches = (bool (*) (int, void (*) ())) GetProcAddress (dll, "catches");
      CHECK (catches != nullptr);
      for (int k = 0; k < 5; k++)
        go (&fn, &group);
      CHECK_EQ (rt_waitgroup_wait (&group), 0);
      FreeLibrary (dll);
    }
  return 0;
}
