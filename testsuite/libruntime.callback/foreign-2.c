/* Two hundred threads that each call back and end cost no memory that
   stays.  */
/* { dg-do run } */
/* { dg-dll "foreign-1-dll.c" "link" } */

#include "cb-test.h"
#include "usage.h"

__declspec (dllimport) void from_threads (int (*f) (int, int), int threads,
                                          int count);

static int
called_back (int id, int i)
{
  volatile char buffer[5000];

  buffer[i] = 1;
  recurse (10);
  return id * 1000 + i - 1 + buffer[i];
}

int
main (void)
{
  int (*f) (int, int) = callback_new (called_back, "i(ii)");
  size_t before;
  int i;

  for (i = 0; i < 10; i++)
    from_threads (f, 4, 2);
  before = committed ();
  for (i = 0; i < 40; i++)
    from_threads (f, 4, 2);
  /* A thread's stack alone is more than this.  */
  CHECK (committed () < before + ((size_t) 2 << 20));
  return 0;
}
