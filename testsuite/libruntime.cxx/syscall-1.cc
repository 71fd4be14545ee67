/* What a function of a plain DLL throws is caught around rt_syscall, and all
   that comes after goes on as usual.  */
/* { dg-do run } */
/* { dg-dll "syscall-1-dll.cc" } */

#include "cxx-test.h"

struct object
{
  int *count;
  ~object () { ++*count; deep (10, [] {}); }
};

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
            r = rt_syscall (fn, 1, i, 0, 0);
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
  return 0;
}
