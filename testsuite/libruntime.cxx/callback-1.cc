/* An exception thrown and caught in a callback; one that would leave it ends
   the process, whoever would catch it around.  */
/* { dg-do run } */
/* { dg-plain-sources "callback-1-plain.cc" } */
/* { dg-should-fail 3 } */
/* { dg-match "^caught 10 in callbacks, 10 around them$" } */
/* { dg-match "^terminate called after throwing an instance of .int.$" } */
/* { dg-match "^libruntime: abort$" } */
/* { dg-match "^  --- callback ---$" } */
/* { dg-match "^  main.* in callback-1\\.exe .0x\[0-9a-f\]+.$" } */

#include <stdio.h>

#include "cxx-test.h"

/* callback-1-plain.cc  */
int plain_catch (int (*fn) (const void *, const void *), const void *a,
                 const void *b);

static int caught;
static bool leave;

extern "C" int
compare (const int *a, const int *b)
{
  try
    {
      deep (50, [] { throw 1; });
    }
  catch (int n)
    {
      if (caught < 10)
        caught += n;
      deep (200, [] {});
      if (leave)
        throw 2;
    }
  return *a - *b;
}

int
main ()
{
  int array[] = { 4, 2, 3, 1 };
  void *callback;
  int around = 0;

  CHECK_EQ (rt_callback_new ((void *) compare, "i(pp)", &callback), 0);
  auto *fn = (int (*) (const void *, const void *)) callback;
  for (int i = 0; i < 10; i++)
    try
      {
        qsort (array, 4, sizeof *array, fn);
        throw array[0];
      }
    catch (int n)
      {
        around += n;
      }
  printf ("caught %d in callbacks, %d around them\n", caught, around);
  fflush (stdout);
  leave = true;
  try
    {
      plain_catch (fn, &array[0], &array[1]);
    }
  catch (...)
    {
    }
  printf ("too far\n");
  return 0;
}
