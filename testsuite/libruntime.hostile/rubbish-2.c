/* Hooks around the functions of Windows leave rubbish above their 32-bit
   results, and the runtime does not look at it.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "../libruntime.fault/fault-test.h"
#include "inject.h"

static struct rt_chan *chan;
static struct rt_waitgroup done;
static int *volatile nowhere;

static void
handler (const struct rt_fault *fault)
{
  rt_throw (fault->code);
}

static void
faults (void *arg)
{
  (void) arg;
  *nowhere = 1;
}

static void
run (void *arg)
{
  struct rt_select_case c = { RT_SELECT_RECV, chan, NULL, 0 };
  uintptr_t value = 0;
  size_t index;
  int i;

  (void) arg;
  for (i = 0; i < 5; i++)
    {
      SetLastError (99);
      rt_sleep (MS);
      CHECK_EQ (GetLastError (), 99);
      CHECK_EQ (rt_select (&c, 1, MS, &index), RT_ETIMEOUT);
      CHECK_EQ (rt_try (faults, NULL, &value), RT_ETHROWN);
      CHECK_EQ (value, EXCEPTION_ACCESS_VIOLATION);
      CHECK_EQ (deep (500, 1, 2, 3, 4, 5), 515);
      descend_pinned (30, (void (*) (void *)) rt_gosched, NULL, 0);
      Sleep (15); /* The p is taken.  */
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static unsigned long
called (void *arg)
{
  (void) arg;
  rt_sleep (MS);
  return deep (200, 1, 2, 3, 4, 5);
}

int
main (void)
{
  void *callback, *thread, *handle;
  DWORD status;
  int i;

  CHECK (leave_rubbish () > 20);
  CHECK_EQ (rt_fault_handler (handler), 0);
  CHECK_EQ (rt_chan_new (0, 0, &chan), 0);
  CHECK_EQ (rt_waitgroup_add (&done, 6), 0);
  for (i = 0; i < 6; i++)
    CHECK_EQ (rt_go (run, NULL), 0);
  CHECK_EQ (rt_callback_new (called, "I(p)", &callback), 0);
  thread = CreateThread (NULL, 0, (DWORD (WINAPI *) (void *)) callback, NULL,
                         0, NULL);
  CHECK (thread != NULL);
  CHECK_EQ (WaitForSingleObject (thread, 10000), 0);
  CHECK (GetExitCodeThread (thread, &status));
  CHECK_EQ (status, 215);
  CHECK_EQ (rt_loadlibrary ((const uint16_t *) L"no such library", &handle),
            ERROR_MOD_NOT_FOUND);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
