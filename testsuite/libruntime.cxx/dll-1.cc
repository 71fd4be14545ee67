/* A program and a DLL, both growable: calls, virtual calls and exceptions both
   ways, all on control stacks.  */
/* { dg-do run } */
/* { dg-growable-dll "dll-1-dll.cc" "link" } */

#include "dll-1.h"

struct mine : worker
{
  int
  work (int n) override
  {
    park ();
    if (n > 5)
      {
        problem p;
        p.what = "exe";
        throw p;
      }
    return dll_run (this, n + 1) + 1;
  }
};

static NOINLINE std::string
attempt (worker *w, int n)
{
  try
    {
      return std::to_string (dll_run (w, n));
    }
  catch (problem &p)
    {
      rt_gosched ();
      return p.what;
    }
}

static void
work ()
{
  worker *w = dll_worker ();
  mine m;

  dll_cleanups = 0;
  CHECK_STRING (attempt (w, 1), "2");
  CHECK_STRING (attempt (w, 6), "dll 6");
  CHECK_EQ (dll_cleanups, 4);
  CHECK_STRING (attempt (&m, 0), "exe");
  CHECK_EQ (dll_cleanups, 4 + 7);
  delete w;
}

int
main ()
{
  work ();
  on_fresh (work);
  return 0;
}
