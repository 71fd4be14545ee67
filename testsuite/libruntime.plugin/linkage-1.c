/* Aliases, weak references, constructors and destructors in their order, cold
   parts of functions, sections that the linker may drop.  */
/* { dg-do run } */
/* { dg-options "-ffunction-sections -fdata-sections -Wl,--gc-sections" } */
/* { dg-more-sources "linkage-1-more.c" } */
/* { dg-match "^the destructor has 3 and 20$" } */
/* { dg-match {^rt-test: [1-9]} } */

#include <stdio.h>
#include "plugin-test.h"

int linkage_more (int n);
extern int linkage_other (int n) __attribute__ ((weak));

static int order[4], ran;

int
linkage_real (int n)
{
  int local = n;
  int *volatile p = &local;

  deep (3);
  return *p + 1;
}

int linkage_alias (int n) __attribute__ ((alias ("linkage_real")));

/* Nobody reads it.  */
int linkage_dropped[] = { 1, 2, 3 };

/* Nobody calls it.  The linker keeps it, as it does in plain code: its script
   says KEEP of .pdata, and so of each function with unwind information.  */
int
linkage_idle (void)
{
  return linkage_more (1) + deep (2);
}

static void __attribute__ ((constructor (102)))
second (void)
{
  order[ran++] = 2 + deep (20) - 20;
}

static void __attribute__ ((constructor (101)))
first (void)
{
  order[ran++] = 1 + deep (20) - 20;
}

static void __attribute__ ((destructor))
last (void)
{
  int local[4] = { 1, 2, 3, 4 };
  int *volatile p = local;

  printf ("the destructor has %d and %d\n", p[2], deep (20));
}

static void __attribute__ ((cold, noinline, noclone))
unlikely (int *p)
{
  deep (5);
  *p += 100;
}

static NOINLINE int
hot (int n)
{
  int local = n;

  if (__builtin_expect (n > 5, 0))
    {
      unlikely (&local);
      local += deep (4);
    }
  return local;
}

static inline int
inlined (int n)
{
  int a[2] = { n, n + 1 };
  int *volatile p = a;

  deep (2);
  return p[0] + p[1];
}

int
main (void)
{
  CHECK_EQ (ran, 2);
  CHECK_EQ (order[0], 1);
  CHECK_EQ (order[1], 2);
  CHECK_EQ (linkage_alias (4), 5);
  CHECK_EQ (linkage_more (4), 5 + 5);
  CHECK (linkage_other != NULL);
  CHECK_EQ (linkage_other (3), 6);
  CHECK_EQ (hot (3), 3);
  CHECK_EQ (hot (6), 110);
  CHECK_EQ (inlined (7), 15);
  return 0;
}

/* { dg-final { scan-symbol linkage_real } } */
/* { dg-final { scan-symbol-not linkage_dropped } } */
