/* A program that is terminated with status 0.  */

#include "rt-test.h"

__declspec (dllimport) int TerminateProcess (void *, unsigned int);

int
main (void)
{
  CHECK (1);
  TerminateProcess ((void *) -1, 0);
  return 0;
}
