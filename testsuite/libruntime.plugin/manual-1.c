/* What the plugin says about a function that it pins.  */

#include <stdarg.h>

int
total (int n, ...)      /* { dg-warning "is pinned: it reads its variable" } */
{
  va_list ap;
  int sum = 0;

  va_start (ap, n);
  while (n-- > 0)
    sum += va_arg (ap, int);
  va_end (ap);
  return sum;
}

int
main (void)             /* Movable: nothing is said.  */
{
  return total (3, 1, 2, 3) != 6;
}

/* { dg-do compile } */
/* { dg-options "-fplugin-arg-growstack-verbose -fno-diagnostics-show-caret" } */
/* { dg-warning "In function" "the line before it" { target *-*-* } 0 } */
