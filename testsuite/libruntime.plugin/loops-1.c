/* What -loop-checks puts where: a check in each loop, and one at the entry of
   a function that has loops, be it a small leaf.  */
/* { dg-do run } */
/* { dg-options "-fplugin-arg-growstack-loop-checks" } */

#include <windows.h>

#include "plugin-test.h"

/* cmpq %gs:40, %rsp  */
static const unsigned char check[]
  = { 0x65, 0x48, 0x3b, 0x24, 0x25, 0x28, 0, 0, 0 };

int no_loop (int);
int one_loop (volatile int *);
int two_loops (volatile int *);
int nested (volatile int *);
int by_goto (volatile int *);
int with_continue (volatile int *);
int plain (volatile int *) __attribute__ ((no_split_stack));

NOINLINE int
no_loop (int n)
{
  return n > 3 ? n * 5 : n;
}

NOINLINE int
one_loop (volatile int *p)
{
  while (*p < 5)
    ++*p;
  return *p;
}

NOINLINE int
two_loops (volatile int *p)
{
  while (*p < 10)
    ++*p;
  while (*p > 7)
    --*p;
  return *p;
}

NOINLINE int
nested (volatile int *p)
{
  int i, sum = 0;

  for (i = 0; i < *p; i++)
    {
      volatile int j;

      for (j = 0; j < *p; j++)
        sum += j;
    }
  return sum;
}

NOINLINE int
by_goto (volatile int *p)
{
  if (*p == 8)
    goto two;
one:
  ++*p;
two:
  ++*p;
  if (*p < 20)
    goto one;
  return *p;
}

/* A loop has one check, by whatever ways it goes back.  */
NOINLINE int
with_continue (volatile int *p)
{
  int odd = 0;

  while (*p > 0)
    {
      --*p;
      if (*p % 2 == 0)
        continue;
      odd++;
      if (*p == 1)
        continue;
      odd += *p;
    }
  return odd;
}

NOINLINE int
plain (volatile int *p)
{
  while (*p < 5)
    ++*p;
  return *p;
}

/* How many checks there are in the function FN.  */
static int
checks (void *fn)
{
  DWORD64 base;
  RUNTIME_FUNCTION *function
    = RtlLookupFunctionEntry ((DWORD64) (uintptr_t) fn, &base, NULL);
  const unsigned char *p, *end;
  int n = 0;

  CHECK (function != NULL);
  p = (const unsigned char *) (uintptr_t) (base + function->BeginAddress);
  end = (const unsigned char *) (uintptr_t) (base + function->EndAddress);
  for (; p + sizeof check <= end; p++)
    n += memcmp (p, check, sizeof check) == 0;
  return n;
}

int
main (void)
{
  volatile int n = 0;

  CHECK_EQ (no_loop (4), 20);
  CHECK_EQ (one_loop (&n), 5);
  CHECK_EQ (two_loops (&n), 7);
  CHECK_EQ (nested (&n), 7 * 21);
  n = 8;
  CHECK_EQ (by_goto (&n), 21);
  n = 5;
  CHECK_EQ (with_continue (&n), 5);
  CHECK_EQ (plain (&n), 5);
  CHECK_EQ (checks ((void *) no_loop), 0);
  CHECK_EQ (checks ((void *) one_loop), 2);
  CHECK_EQ (checks ((void *) two_loops), 3);
  CHECK_EQ (checks ((void *) nested), 3);
  CHECK_EQ (checks ((void *) by_goto), 2);
  CHECK_EQ (checks ((void *) with_continue), 2);
  CHECK_EQ (checks ((void *) plain), 0);
  return 0;
}
