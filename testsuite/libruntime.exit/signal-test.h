/* signal-test.h: console events.
   SPDX-License-Identifier: MIT  */

#ifndef SIGNAL_TEST_H
#define SIGNAL_TEST_H

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "rt.h"

/* Start the thread that Windows makes when the event NUMBER comes: the
   console's own way into a process.  It ends when a handler has dealt with
   the event.  */
RT_TEST_UNUSED static HANDLE
raise_event (DWORD number)
{
  LPTHREAD_START_ROUTINE routine
    = (LPTHREAD_START_ROUTINE) (void *)
    GetProcAddress (GetModuleHandleA ("kernel32.dll"), "CtrlRoutine");
  HANDLE thread;

  CHECK (routine != NULL);
  thread = CreateThread (NULL, 0, routine, (void *) (uintptr_t) number, 0,
                         NULL);
  CHECK (thread != NULL);
  return thread;
}

/* Likewise, and wait until it has been dealt with.  */
RT_TEST_UNUSED static void
have_event (DWORD number)
{
  HANDLE thread = raise_event (number);

  CHECK_EQ (WaitForSingleObject (thread, 10000), 0);
  CloseHandle (thread);
}

#endif /* SIGNAL_TEST_H */
