/* A thread that needs the runtime first, while another one is in a DllMain and
   needs it too, does not wait for that one for ever.  */
/* { dg-do run } */
/* { dg-host "plain" } */
/* { dg-dll "init-1-dll.c" } */
/* { dg-skip "static" "the runtime must not know an image yet" } */
/* { dg-timeout 20 } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"

typedef unsigned int new_fn (void *, const char *, void **);

static new_fn *new;
static HANDLE event, started;

static unsigned long WINAPI
thread_main (void *arg)
{
  void *callback;

  SetEvent (started);
  CHECK_EQ (WaitForSingleObject (event, INFINITE), 0);
  return new (arg, "i(p)", &callback);
}

int
main (void)
{
  HANDLE thread;
  DWORD status;

  event = CreateEventA (NULL, FALSE, FALSE, "libruntime init-1");
  CHECK (event != NULL);
  started = CreateEventA (NULL, FALSE, FALSE, NULL);
  new = (new_fn *) test_proc ("libruntime-1.dll", "rt_callback_new");
  thread = CreateThread (NULL, 0, thread_main, (void *) thread_main, 0, NULL);
  CHECK_EQ (WaitForSingleObject (started, INFINITE), 0);
  CHECK (LoadLibraryA ("init-1-dll.dll") != NULL);
  CHECK_EQ (WaitForSingleObject (thread, INFINITE), 0);
  CHECK (GetExitCodeThread (thread, &status));
  CHECK_EQ (status, 0);
  return 0;
}
