/* comdat-1.h: what each unit of comdat-1.cc has a copy of.
   SPDX-License-Identifier: MIT  */

#include <stdarg.h>

#include "cxx-test.h"

/* Pinned: it reads its variable arguments.  */
inline NOINLINE int
sum (int n, ...)
{
  va_list list;
  int total = 0;

  va_start (list, n);
  for (int i = 0; i < n; i++)
    total += va_arg (list, int);
  va_end (list);
  return total;
}

template <int N>
NOINLINE int
nest (int n)
{
  static int calls;
  int mine[2] = { n, N };

  calls++;
  deep (10, [&] { mine[0] += sum (2, mine[1], calls - calls); });
  return mine[0];
}

int other (int n);              /* comdat-1-more.cc  */
int plain (int n);              /* comdat-1-plain.cc  */
int movable (int n);            /* comdat-1-more.cc  */
