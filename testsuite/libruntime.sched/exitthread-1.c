/* ExitThread in a callback of a foreign thread, and in a goroutine: the
   thread ends with its status, the p is not lost.  */
/* { dg-do run } */
/* { dg-timeout 30 } */

#include <windows.h>

#include "rt-test.h"
#include "rt.h"

static volatile LONG ended;

static DWORD
leave_thread (void *arg)
{
  (void) arg;
  InterlockedIncrement (&ended);
  rt_gosched ();
  ExitThread (7);
}

static void
leave_goroutine (void *arg)
{
  (void) arg;
  InterlockedIncrement (&ended);
  ExitThread (3);
}

int
main (void)
{
  void *callback;
  DWORD status;
  int i;

  CHECK_EQ (rt_callback_new ((void *) leave_thread, "I(p)", &callback), 0);
  for (i = 0; i < 20; i++)
    {
      HANDLE thread = CreateThread (NULL, 0,
                                    (LPTHREAD_START_ROUTINE) callback, NULL,
                                    0, NULL);

      CHECK_EQ (WaitForSingleObject (thread, 10000), 0);
      CHECK (GetExitCodeThread (thread, &status));
      CHECK_EQ (status, 7);
      CloseHandle (thread);
    }
  CHECK_EQ (ended, 20);
  for (i = 0; i < 5; i++)
    {
      CHECK_EQ (rt_go (leave_goroutine, NULL), 0);
      while (ended < 21 + i)
        rt_sleep (1000000);
    }
  rt_sleep (50000000);
  return 0;
}
