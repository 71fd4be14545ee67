/* options-1.h: what is compiled with each of some options.
   SPDX-License-Identifier: MIT  */

#include <stdarg.h>
#include <string.h>
#include "plugin-test.h"

typedef int v8 __attribute__ ((vector_size (32)));
typedef double d4 __attribute__ ((vector_size (32)));

static v8 *volatile somewhere;

/* Buffers whose overrun a stack protector watches.  */
static NOINLINE size_t
buffers (const char *s)
{
  char copy[40];
  char *volatile p = copy;

  strcpy (p, s);
  deep (10);
  return strlen (p);
}

static NOINLINE v8
add (v8 a, v8 b)
{
  v8 sum = a + b;

  deep (3);
  return sum;
}

/* More vectors than there are registers, live over calls.  */
static NOINLINE int
spill (int n)
{
  v8 v[12], sum = { 0 };
  v8 a = { n }, b = { 0, n }, c = a + b, d = a - b, e = a * 3, f = b * 5;
  int r = 0;

  for (int i = 0; i < 12; i++)
    v[i] = add (a * i, b);
  somewhere = &v[5];
  deep (10);
  for (int i = 0; i < 12; i++)
    sum += v[i];
  deep (10);
  sum += c + d + e + f + (*somewhere - v[5]);
  for (int i = 0; i < 8; i++)
    r += sum[i];
  return r;
}

static NOINLINE double
doubles (d4 a, int n, ...)
{
  va_list ap;
  double sum = a[0] + a[3];

  va_start (ap, n);
  deep (10);
  while (n--)
    sum += va_arg (ap, double);
  va_end (ap);
  return sum;
}

static NOINLINE int
copies (int n)
{
  int a[100], b[100], sum = 0;

  for (int i = 0; i < 100; i++)
    a[i] = i * n;
  deep (10);
  memcpy (b, a, sizeof a);
  deep (10);
  for (int i = 0; i < 100; i++)
    sum += b[i];
  return sum;
}

int
main (void)
{
  d4 d = { 1, 2, 3, 4 };

#ifdef OPTIONS_CPU
  if (!__builtin_cpu_supports (OPTIONS_CPU))
    {
      CHECK (1);                /* Nothing to see on this machine.  */
      return 0;
    }
#endif
  CHECK_EQ (buffers ("a string of thirty-one letters,"), 31);
  CHECK_EQ (spill (2), (0 + 66) * 2 + 12 * 2 + 4 + 0 + 6 + 10);
  CHECK (doubles (d, 3, 1.0, 2.0, 3.0) == 11);
  CHECK_EQ (copies (3), 3 * 4950);
  return 0;
}
