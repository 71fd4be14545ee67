/* known.cc: the table of known functions.
   SPDX-License-Identifier: GPL-3.0-or-later

   Apart from the rest, since GCC's headers forbid names that stand in the
   table.  */

#include <map>
#include <string>
#include "known.h"

static const struct
{
  const char *name;
  enum gs_known what;
} functions[] = {
#define NONBLOCKING(name) { #name, GS_NONBLOCKING },
#define SMALL(name)       { #name, GS_SMALL },
#include "nonblocking.def"
#undef NONBLOCKING
#undef SMALL
};

bool
gs_known_p (const char *name, enum gs_known what)
{
  static std::map<std::string, enum gs_known> table;
  if (table.empty ())
    for (auto &function : functions)
      table[function.name] = function.what;
  auto it = table.find (name);
  return it != table.end () && it->second == what;
}
