/* A nested function's goto leaves functions, and what they have on the data
   stack is released: what is called next has its locals at the same place.
   It may leave plain code, too, and callbacks.  */
/* { dg-do run } */

#include <malloc.h>
#include <stdlib.h>
#include "plugin-test.h"

static volatile int zero;
static char *first, *last;

static NOINLINE void
call (void (*f) (int), int n)
{
  char bytes[3000];

  bytes[n] = n;
  last = bytes;
  if (!first)
    first = bytes;
  deep (3);
  f (n);
  deep (bytes[n]);
}

/* How often f leaves call; it has SIZE bytes of its own, if any.  */
static NOINLINE int
leave (int n, size_t size)
{
  __label__ out;
  volatile int i = 0, left = 0;
  char *volatile own = NULL;

  void out_of_call (int k)
  {
    if (k >= 0)
      goto out;
  }

  if (size)
    {
      own = alloca (size);
      own[0] = own[size - 1] = 'x';
    }
  first = NULL;
again:
  if (i == n)
    {
      CHECK (!own || (own[0] == 'x' && own[size - 1] == 'x'));
      return left;
    }
  i++;
  call (out_of_call, i & 63);
  left -= 1000;
out:
  left++;
  CHECK (first == last);
  goto again;
}

/* Out of a callback.  */
static NOINLINE int
leave_sort (int n)
{
  __label__ out;
  volatile int i = 0, left = 0;
  int numbers[] = { 3, 1, 2 };

  int compare (const void *a, const void *b)
  {
    char bytes[100];

    bytes[zero] = 1;
    last = bytes;
    if (!first)
      first = bytes;
    deep (20);
    if (i >= 0)
      goto out;
    return *(const int *) a - *(const int *) b;
  }

  first = NULL;
again:
  if (i == n)
    return left;
  i++;
  qsort (numbers, 3, sizeof *numbers, compare);
  left -= 1000;
out:
  left++;
  CHECK (first == last);
  goto again;
}

int
main (void)
{
  CHECK_EQ (leave (100, 0), 100);
  CHECK_EQ (leave (100, zero + 5000), 100);
  CHECK_EQ (leave_sort (100), 100);
  CHECK_EQ (deep (2000), 2000);
  return 0;
}
