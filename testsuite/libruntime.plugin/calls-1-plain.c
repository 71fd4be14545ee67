/* Plain code for calls-1.c.  */

#include "rt-test.h"

struct big { int a[10]; };

int plain_calls;

long long plain_many (int, int, int, int, int, long long, double, char,
                      float);
struct big plain_struct (struct big, int);
int plain_back (int (*) (int), int);
void *plain_pointer (void);
double plain_sum (int, ...);

/* Uses more stack than a control stack has below its limit.  */
static void
use_stack (void)
{
  volatile char buffer[100000];

  for (size_t i = 0; i < sizeof buffer; i += 1000)
    buffer[i] = 1;
}

long long
plain_many (int a, int b, int c, int d, int e, long long f, double g, char h,
            float i)
{
  use_stack ();
  plain_calls++;
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + (int) (7 * g) + 8 * h
         + (int) (9 * i);
}

struct big
plain_struct (struct big s, int n)
{
  use_stack ();
  plain_calls++;
  for (int i = 0; i < 10; i++)
    s.a[i] += n;
  return s;
}

int
plain_back (int (*f) (int), int n)
{
  use_stack ();
  plain_calls++;
  return f (n) + 1;
}

void *
plain_pointer (void)
{
  return (void *) plain_many;
}

double
plain_sum (int n, ...)
{
  double sum = 0;
  __builtin_va_list ap;

  use_stack ();
  __builtin_va_start (ap, n);
  while (n-- > 0)
    sum += __builtin_va_arg (ap, double);
  __builtin_va_end (ap);
  return sum;
}
