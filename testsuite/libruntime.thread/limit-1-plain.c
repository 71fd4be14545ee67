/* Owners of ArbitraryUserPointer (gs:0x28), and one who does not care.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "limit.h"

uintptr_t
get_word (void)
{
  return (uintptr_t) ((NT_TIB *) NtCurrentTeb ())->ArbitraryUserPointer;
}

void
set_word (uintptr_t value)
{
  ((NT_TIB *) NtCurrentTeb ())->ArbitraryUserPointer = (void *) value;
}

int
zero_it (int (*callback) (int), int n)
{
  int result;

  set_word (0);
  result = callback ? callback (n) : n;
  CHECK_EQ (get_word (), 0);
  set_word (0);
  return result;
}

/* It keeps a value there for as long as its thread lives, and changes it now
   and then.  */
static DWORD WINAPI
owner (void *arg)
{
  int (*callback) (int) = (int (*) (int)) arg;
  uintptr_t value = 0x1000 + GetCurrentThreadId ();
  int i;

  CHECK_EQ (get_word (), 0);
  set_word (value);
  for (i = 0; i < 30; i++)
    {
      CHECK_EQ (callback (i), i);
      CHECK_EQ (get_word (), value);
      if (i % 10 == 0)
        set_word (++value);
    }
  return 0;
}

void
owners (int (*callback) (int))
{
  HANDLE thread[4];
  int i;

  for (i = 0; i < 4; i++)
    {
      thread[i] = CreateThread (NULL, 0, owner, (void *) callback, 0, NULL);
      CHECK (thread[i] != NULL);
    }
  for (i = 0; i < 4; i++)
    {
      CHECK_EQ (WaitForSingleObject (thread[i], 30000), WAIT_OBJECT_0);
      CloseHandle (thread[i]);
    }
}
