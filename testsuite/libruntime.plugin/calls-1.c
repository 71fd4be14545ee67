/* Calls out of the unit, direct and by pointer, into plain code that needs
   much stack, into libc, into a DLL, and back.  */
/* { dg-do run } */
/* { dg-plain-sources "calls-1-plain.c" } */

#include "plugin-test.h"

struct big { int a[10]; };
typedef long long many (int, int, int, int, int, long long, double, char,
                        float);

many plain_many;
struct big plain_struct (struct big, int);
int plain_back (int (*) (int), int);
void *plain_pointer (void);
double plain_sum (int, ...);
extern int plain_calls;

static NOINLINE int
back (int n)
{
  return deep (n) * 2;
}

static int
compare (const void *a, const void *b)
{
  deep (5);
  return *(const int *) a - *(const int *) b;
}

static NOINLINE many *
choose (int n)
{
  return n ? (many *) plain_pointer () : plain_many;
}

static NOINLINE long long
tail (int n)
{
  return plain_many (n, 1, 1, 1, 1, 1, 1, 1, 1);
}

__attribute__ ((no_split_stack)) static NOINLINE int
plain_here (int n)
{
  volatile char buffer[100000];

  buffer[0] = buffer[99999] = 1;
  return n + buffer[0];
}

int
main (void)
{
  struct big s = { { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 } }, t;
  int numbers[] = { 5, 3, 9, 1, 7 }, key = 7;

  for (int i = 0; i < 2; i++)
    CHECK_EQ (choose (i) (1, 2, 3, 4, 5, 6, 7.5, 8, 9.5),
              1 + 4 + 9 + 16 + 25 + 36 + 52 + 64 + 85);
  CHECK_EQ (plain_many (1, 2, 3, 4, 5, 6, 7.5, 8, 9.5), 292);
  CHECK_EQ (tail (5), 5 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9);
  t = plain_struct (s, 5);
  CHECK_EQ (t.a[9], 14);
  CHECK_EQ (s.a[9], 9);
  CHECK_EQ (plain_struct (s, 1).a[0], 1);
  CHECK_EQ (plain_back (back, 20), 41);
  CHECK (plain_sum (6, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0) == 21);
  CHECK_EQ (plain_calls, 7);
  CHECK_EQ (plain_here (1), 2);
  qsort (numbers, 5, sizeof *numbers, compare);
  CHECK_EQ (numbers[0], 1);
  CHECK_EQ (numbers[4], 9);
  CHECK_EQ (bsearch (&key, numbers, 5, sizeof *numbers, compare),
            (void *) &numbers[3]);
  SetLastError (77);
  CHECK_EQ (GetLastError (), 77);
  CHECK (strtol ("123", NULL, 10) == 123);
  CHECK (strlen (numbers[0] ? "four" : "x") == 4);
  return 0;
}
