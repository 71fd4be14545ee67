/* The DLL of dll-1.cc, growable as well.  */

#define DLL_1_DLL
#include "dll-1.h"

int dll_cleanups;

struct clean
{
  ~clean () { dll_cleanups++; deep (10, [] {}); }
};

struct dll_one : worker
{
  int
  work (int n) override
  {
    clean c;
    park ();
    if (n > 5)
      deep (30, [&] { problem p; p.what = "dll " + std::to_string (n);
                      throw p; });
    return n + 1;
  }
};

int
dll_run (worker *w, int n)
{
  clean c;
  int result = 0;

  park ();
  deep (30, [&] { result = w->work (n); });
  return result;
}

worker *
dll_worker ()
{
  return new dll_one;
}
