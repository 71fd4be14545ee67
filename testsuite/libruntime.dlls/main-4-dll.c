/* DllMain with a data frame, on each thread.  */

#include <windows.h>

static volatile LONG sum;

static void __attribute__ ((noinline))
fill (volatile int *p)
{
  *p += 1;
}

BOOL WINAPI
DllMain (HINSTANCE dll, DWORD reason, LPVOID reserved)
{
  volatile int local = (int) reason;

  (void) dll;
  (void) reserved;
  fill (&local);
  InterlockedExchangeAdd (&sum, local);
  return TRUE;
}
