/* deadlock.c: nothing can ever run again.
   SPDX-License-Identifier: MIT  */

#include "rti-sched.h"

#include <tlhelp32.h>

#include "rti-callback.h"
#include "rti-fault.h"

/* How many threads this process has; 0: unknown.  */
static uint32_t
count_threads (void)
{
  HANDLE snapshot = CreateToolhelp32Snapshot (TH32CS_SNAPTHREAD, 0);
  DWORD process = GetCurrentProcessId ();
  THREADENTRY32 entry;
  uint32_t n = 0;
  BOOL more;

  if (snapshot == INVALID_HANDLE_VALUE)
    return 0;
  entry.dwSize = sizeof entry;
  for (more = Thread32First (snapshot, &entry); more;
       more = Thread32Next (snapshot, &entry))
    n += entry.th32OwnerProcessID == process;
  CloseHandle (snapshot);
  return n;
}

void
rti_check_dead (void)
{
  uint32_t known = 1;           /* sysmon.  */
  struct rt_m *m;

  rti_sched.doubt = 0;
  /* Windows may call a callback from a thread that it has yet to make, for
     a work item, a timer or a wait that nobody can see.  */
  if (rti_callback_count () > 0)
    return;
  /* In this order: sysmon is busy before it takes a timer off, and until
     the goroutine is in the queue.  */
  if (rti_timer_pending () || rti_sched.sysmon_busy
      || rti_sched.nidlep < (LONG) rti_nprocs || rti_sched.qsize > 0
      || !rti_sched.main_started || rti_sched.foreign > 0)
    return;
  for (m = rti_sched.allm; m; m = m->allnext)
    if (!m->dying)
      {
        if (m->foreign || m->curg || m->nextg || m->p)
          return;
        known++;
      }
  /* Nothing that we know of can change anything any more.  A thread that
     has been made but has not begun could: look again in a while.  */
  if (count_threads () > known)
    {
      rti_sched.doubt = 1;
      rti_sysmon_wake ();
      return;
    }
  ReleaseSRWLockExclusive (&rti_sched.lock);
  if (rti_sched.ngoroutine == 0)
    rti_fatal_all ("no goroutines (main called rt_goexit) - deadlock!");
  rti_fatal_all ("all goroutines are asleep - deadlock!");
}
