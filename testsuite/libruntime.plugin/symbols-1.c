/* Calls of weak, aliased and own small functions, and of another unit's.  */
/* { dg-do run } */
/* { dg-more-sources "symbols-1-more.c" } */

#include "plugin-test.h"

int absent (int) __attribute__ ((weak));
int other (int);
int aliased (int) __attribute__ ((alias ("body")));

static int volatile seen;

int body (int);
NOINLINE int
body (int n)
{
  return deep (n) + 2;
}

/* Growable code may define what the compiler calls by itself; callers, leaves
   among them, must not see the stack move in it.  */
int __cdecl memcmp (const void *a, const void *b, size_t n);
NOINLINE int __cdecl
memcmp (const void *a, const void *b, size_t n)
{
  const unsigned char *p = a, *q = b;

  seen += deep (20);
  for (size_t i = 0; i < n; i++)
    if (p[i] != q[i])
      return p[i] - q[i];
  return 0;
}

static NOINLINE int
compare_locals (int n)
{
  char a[100], b[100];

  for (int i = 0; i < 100; i++)
    a[i] = b[i] = i;
  b[n] = 0;
  return memcmp (a, b, sizeof a) > 0 && a[n] == n && b[n] == 0;
}

static NOINLINE int
volatile_parameter (volatile int n)
{
  volatile int *p = &n;

  deep (5);
  *p += 1;
  return n;
}

int
main (void)
{
  if (absent)
    CHECK_EQ (absent (1), 0);
  CHECK_EQ (other (20), 21);
  CHECK_EQ (aliased (20), 22);
  for (int i = 1; i < 20; i++)
    CHECK (compare_locals (i));
  CHECK_EQ (volatile_parameter (3), 4);
  return 0;
}
