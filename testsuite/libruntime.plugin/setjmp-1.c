/* longjmp over movable, pinned and chained frames; the data frames that it
   leaves are released.  */
/* { dg-do run } */

#include <setjmp.h>
#include <stdarg.h>
#include "plugin-test.h"

static jmp_buf target;

static NOINLINE void
jump (int n)
{
  char buffer[1000];
  char *volatile p = buffer;

  p[n] = n;
  if (n > 0)
    jump (n - 1);
  else if (deep (9) == 9)
    longjmp (target, 42);
  deep (p[n]);
}

static NOINLINE void
variadic_jump (int n, ...)
{
  va_list ap;

  va_start (ap, n);
  if (n > 0)
    variadic_jump (n - 1, va_arg (ap, int));
  else
    jump (3);
  va_end (ap);
}

static NOINLINE int
catch (int n, void (*f) (int))
{
  volatile int before = 1;
  int r = setjmp (target);

  if (r == 0)
    {
      before = 2;
      f (n);
      return -1;
    }
  deep (20);
  return r + before;
}

static void
go_variadic (int n)
{
  variadic_jump (n, n);
}

int
main (void)
{
  int sum = 0;

  for (int i = 0; i < 3000; i++)
    sum += catch (i % 100, jump);
  CHECK_EQ (sum, 3000 * 44);
  for (int i = 0; i < 300; i++)
    CHECK_EQ (catch (i % 100, go_variadic), 44);
  CHECK_EQ (deep (2000), 2000);
  return 0;
}
