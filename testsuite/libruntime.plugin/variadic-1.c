/* Variadic functions: callers are movable, definitions are pinned, and what
   they call may grow the stack while a va_list points into it.  */
/* { dg-do run } */

#include <stdarg.h>
#include <stdio.h>
#include "plugin-test.h"

struct s20 { int a[5]; };

static NOINLINE int
total (int n, ...)
{
  va_list ap;
  int sum = 0;

  va_start (ap, n);
  for (int i = 0; i < n; i++)
    {
      sum += va_arg (ap, int);
      deep (60);
    }
  va_end (ap);
  return sum;
}

static NOINLINE int
by_list (int n, va_list *ap)
{
  int sum = 0;

  for (int i = 0; i < n; i++)
    {
      deep (60);
      sum += va_arg (*ap, int);
    }
  return sum;
}

static NOINLINE double
by_format (const char *format, ...)
{
  va_list ap, copy;
  double sum = 0;

  va_start (ap, format);
  va_copy (copy, ap);
  for (const char *p = format; *p; p++)
    {
      deep (10);
      switch (*p)
        {
        case 'i':
          sum += va_arg (ap, int);
          break;
        case 'l':
          sum += va_arg (ap, long long);
          break;
        case 'd':
          sum += va_arg (ap, double);
          break;
        case 'L':
          sum += va_arg (ap, long double);
          break;
        case 's':
          sum += va_arg (ap, struct s20).a[4];
          break;
        }
    }
  sum += 1000 * by_list (2, &copy);
  va_end (copy);
  va_end (ap);
  return sum;
}

/* Deep recursion through variadic frames: a chain of segments.  */
static NOINLINE int
recurse (int n, ...)
{
  va_list ap;
  int k;

  va_start (ap, n);
  k = va_arg (ap, int);
  if (n > 0)
    k += recurse (n - 1, k);
  va_end (ap);
  return k;
}

int
main (void)
{
  struct s20 s = { { 1, 2, 3, 4, 5 } };
  char text[200];
  int (*volatile pointer) (int, ...) = total;

  CHECK_EQ (total (0), 0);
  CHECK_EQ (total (9, 1, 2, 3, 4, 5, 6, 7, 8, 9), 45);
  CHECK_EQ (pointer (9, 1, 2, 3, 4, 5, 6, 7, 8, 9), 45);
  CHECK (by_format ("iidLsl", 1, 2, 3.5, 4.5L, s, 10LL) == 3026);
  CHECK_EQ (recurse (2000, 1), 2001);
  CHECK_EQ (snprintf (text, sizeof text, "%d %s %g %d %d %lld %d", 1, "two",
                      3.5, 4, 5, 6LL, 7), 17);
  CHECK_STR (text, "1 two 3.5 4 5 6 7");
  return 0;
}
