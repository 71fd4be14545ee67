/* Plain code that calls, once *UNTIL changes, unless that is NULL.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

__declspec (dllexport) int
wait_and_call (int (*function) (int), int n, volatile int *until)
{
  int before = until ? *until : 0;

  for (int i = 0; until && *until == before && i < 10000; i++)
    Sleep (1);
  return function (n) + 1;
}
