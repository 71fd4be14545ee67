/* Plain code that waits, and calls.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

__declspec (dllexport) int
wait_and_call (int (*function) (int), int ms)
{
  Sleep ((DWORD) ms);
  return function (ms) + 1;
}
