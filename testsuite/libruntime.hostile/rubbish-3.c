/* The same at the start and at the end: settings are read, a thread that was
   terminated is seen to be dead, the threads are counted, and the report of
   the deadlock has every goroutine.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */
/* { dg-should-fail 2 } */
/* { dg-env "RUBBISH=1" } */
/* { dg-env "RT_TRACEBACK=system" } */
/* { dg-match "^libruntime: all goroutines are asleep - deadlock!$" } */
/* { dg-match "^goroutine 1 .park.:$" } */
/* { dg-match "^  rti_parkcall.0x.* in " } */
/* { dg-match "^  waits.0x.* in rubbish-3.exe" } */
/* { dg-timeout 20 } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "../libruntime.fault/fault-test.h"
#include "inject.h"

static volatile LONG inside;

static unsigned long
called (void *arg)
{
  (void) arg;
  inside = 1;
  Sleep (INFINITE);
  return 0;
}

static void NOINLINE
waits (void *arg)
{
  (void) arg;
  CHECK_EQ (rt_park (), 0);
}

/* There are more of it than p's: so the dead thread's is taken.  */
static void
spins (void *arg)
{
  DWORD start = GetTickCount ();

  while (GetTickCount () - start < 50)
    rt_gosched ();
  waits (arg);
}

int
main (void)
{
  void *callback, *thread;
  int i;

  CHECK (leave_rubbish () > 20);
  CHECK_EQ (rt_callback_new (called, "I(p)", &callback), 0);
  thread = CreateThread (NULL, 0, (DWORD (WINAPI *) (void *)) callback, NULL,
                         0, NULL);
  CHECK (thread != NULL);
  while (!inside)
    rt_sleep (MS);
  CHECK (TerminateThread (thread, 0));
  CHECK_EQ (WaitForSingleObject (thread, 10000), 0);
  CHECK_EQ (rt_callback_free (callback), 0);
  for (i = 0; i < 8; i++)
    CHECK_EQ (rt_go (spins, NULL), 0);
  waits (NULL);
  return 0;
}
