/* deadlock.c: nothing can ever run again.
   SPDX-License-Identifier: MIT

   What is looked at here changes meanwhile, so one look proves nothing: an
   m that was idle when it was looked at may run by the time the last one
   is looked at, which is idle by then.  Two looks, some time apart, do,
   if nothing was scheduled in between: activity tells.  */

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

/* Changes whenever an m gets a goroutine, enters a call or leaves one.  */
static uint64_t
activity (void)
{
  uint64_t sum = 0;
  struct rt_m *m;
  uint32_t i;

  for (i = 0; i < rti_nprocs; i++)
    sum += rti_procs[i].tick;
  for (m = rti_sched.allm; m; m = m->allnext)
    sum += m->systick;
  return sum;
}

/* Whether nothing that we know of can change anything any more.  *KNOWN is
   how many threads we know.  Locked.  */
static bool
looks_dead (uint32_t *known)
{
  struct rt_m *m;

  /* Windows may call a callback from a thread that it has yet to make, for
     a work item, a timer or a wait that nobody can see; and a console has
     its user.  */
  if (rti_callback_count () > 0 || rti_signal_awaited ())
    return false;
  /* In this order: sysmon is busy before it takes a timer off, and until
     the goroutine is in the queue.  */
  if (rti_timer_pending () || rti_sched.sysmon_busy
      || rti_sched.nidlep < (LONG) rti_nprocs || rti_sched.qsize > 0
      || !rti_sched.main_started || rti_sched.foreign > 0)
    return false;
  *known = 1; /* sysmon.  */
  for (m = rti_sched.allm; m; m = m->allnext)
    if (!m->dying)
      {
        bool may_run = m->foreign || m->curg || m->nextg || m->p;

        if (may_run && !rti_m_dead (m))
          return false;
        *known += !may_run;
      }
  return true;
}

void
rti_check_dead (void)
{
  /* Protected by rti_sched.lock.  */
  static uint64_t first_activity, first_time;
  uint64_t now_activity;
  uint32_t known, threads;

  if (!looks_dead (&known))
    {
      rti_sched.doubt = 0;
      return;
    }
  now_activity = activity (); /* Not before: it looks at each m.  */
  if (!rti_sched.doubt || now_activity != first_activity)
    {
      first_activity = now_activity;
      first_time = rti_nanotime ();
      rti_sched.doubt = RTI_DOUBT_MS;
      rti_sysmon_wake ();
      return;
    }
  /* A thread that has been made but has not begun could still change
     something.  */
  if (rti_nanotime () - first_time < RTI_DOUBT_MS * 1000000ull)
    return;
  threads = count_threads ();
  if (threads == 0 || threads > known || activity () != first_activity)
    {
      if (rti_sched.doubt < RTI_DOUBT_MS_MAX)
        rti_sched.doubt *= 2;
      return;
    }
  rti_lock_give (&rti_sched.lock);
  if (rti_sched.ngoroutine == 0)
    rti_fatal_all ("no goroutines (main called rt_goexit) - deadlock!");
  rti_fatal_all ("all goroutines are asleep - deadlock!");
}
