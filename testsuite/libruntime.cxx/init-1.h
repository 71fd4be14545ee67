/* init-1.h: an object that leaves a trace.
   SPDX-License-Identifier: MIT  */

#include <string>

#include "cxx-test.h"

extern char made[], gone[];
void leave_trace (char *where, const char *what);

struct traced
{
  std::string name;
  traced (int n, const std::string &name) : name (name)
  {
    if (n < 4)
      leave_trace (made, std::to_string (n).c_str ());
  }
  ~traced ()
  {
    deep (20, [] {});
    if (!name.empty ())
      leave_trace (gone, name.c_str ());
  }
};
