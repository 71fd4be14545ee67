/* The cleanup attribute of C runs when an exception passes.  */
/* { dg-do run } */
/* { dg-options "-fexceptions" } */
/* { dg-more-sources "cleanup-1-more.c" } */

#include "cxx-test.h"

extern "C"
{
void throws (int n);
int catches (void (*fn) (int), int n);
int cleanup_test (void);                /* cleanup-1-more.c  */
}

void
throws (int n)
{
  deep (100, [&] { if (n != 0) throw n; });
}

int
catches (void (*fn) (int), int n)
{
  try
    {
      fn (n);
    }
  catch (int caught)
    {
      return caught;
    }
  return 0;
}

int
main ()
{
  CHECK_EQ (cleanup_test (), 0);
  return 0;
}
