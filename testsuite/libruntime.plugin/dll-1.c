/* A growable program and a growable DLL call each other, directly and through
   pointers, a hundred deep.  */
/* { dg-do run } */
/* { dg-growable-dll "dll-1-dll.c" "link" } */

#include "plugin-test.h"

typedef int step (int depth, int *sum);

struct big
{
  int n[9];
};

__declspec (dllimport) extern int dll_data;
__declspec (dllimport) int dll_step (int depth, int *sum);
step *dll_exchange (step *function);
__declspec (dllimport) struct big dll_struct (struct big a, int n);

static step *theirs;

static int
ours (int depth, int *sum)
{
  int local = depth;
  int *volatile p = &local;
  int r;

  if (depth == 0)
    r = deep (10);
  else if (depth % 3 == 0)
    r = dll_step (depth - 1, &local);
  else
    r = theirs (depth - 1, &local);
  *sum += *p - depth + 1;
  return r;
}

int
main (void)
{
  struct big big = { { 1, 2, 3, 4, 5, 6, 7, 8, 9 } };
  int sum = 0;

  CHECK_EQ (dll_data, 37);
  theirs = dll_exchange (ours);
  CHECK_EQ (ours (100, &sum), 10);
  CHECK (sum > 0);
  sum = 0;
  CHECK_EQ (dll_step (99, &sum), 10);
  CHECK (sum > 0);
  big = dll_struct (big, 4);
  CHECK_EQ (big.n[4], 9);
  CHECK_EQ (big.n[8], 9);
  return 0;
}
