/* A growable wmain is the first goroutine.  */
/* { dg-do run } */
/* { dg-options "-municode" } */

#include <wchar.h>

#include "rt-test.h"
#include "rt.h"

int
wmain (int argc, wchar_t **argv)
{
  CHECK_EQ (argc, 1);
  CHECK (wcsstr (argv[0], L"entry-wmain-1") != NULL);
  CHECK (rt_self () != NULL);
  return 0;
}
