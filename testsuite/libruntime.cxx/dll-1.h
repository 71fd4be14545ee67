/* dll-1.h: what dll-1.cc and its DLL share.
   SPDX-License-Identifier: MIT  */

#include <string>

#include "cxx-test.h"

struct problem
{
  std::string what;
  virtual ~problem () {}
};

struct worker
{
  virtual int work (int n) = 0;
  virtual ~worker () {}
};

/* Only on a control stack may it park.  */
static inline void
park ()
{
  CHECK_EQ (rt_ready (rt_self ()), 0);
  CHECK_EQ (rt_park (), 0);
}

#ifdef DLL_1_DLL
# define DLL_1 __declspec (dllexport)
#else
# define DLL_1 __declspec (dllimport)
#endif

/* Calls W->work (N), from deep down, with something to clean up.  */
DLL_1 int dll_run (worker *w, int n);
DLL_1 worker *dll_worker (void);
DLL_1 extern int dll_cleanups;
