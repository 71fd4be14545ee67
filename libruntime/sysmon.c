/* sysmon.c: the thread that watches the others.
   SPDX-License-Identifier: MIT

   It fires timers, takes the p of an m that has been in a blocking call for
   a whole look while there is work, and from one whose thread was terminated,
   and asks a goroutine that has had a p for long to let others run.

   Taking a p: entering and leaving a call are two increments of systick,
   without a lock or a barrier, because a call must cost next to nothing.
   So all the cost is here.  sysmon, with rti_sched.lock held,

     1. sees systick odd and as it was at its last look,
     2. sets m->retake,
     3. makes every processor drain its store buffer (drain_stores),
     4. looks at systick again: if it is unchanged the m is in the call
        still, and whenever it leaves it, it will see retake: its increment
        came after 3.  The p is taken.  Else the m may have missed retake:
        it keeps its p, and retake is cleared.

   An m that sees retake takes rti_sched.lock, and then knows.  */

#include "rti-sched.h"

#include "rti-debug.h"
#include "rti-stack.h"

#define MS ((uint64_t) 1000000)

/* How long sysmon waits between two looks while anything runs: short at
   first, longer when there was nothing to do for a while.  */
#define LOOK_SHORT  (1 * MS)
#define LOOK_LONG   (10 * MS)
#define LOOKS_SHORT 50u

#define SYSMON_STACK 0x10000

/* How long a goroutine may have a p while others wait.  Go's.  */
#define SLICE (10 * MS)

/* How long it may fail to yield until it seems that its thread was
   terminated.  */
#define SUSPECT (50 * MS)

/* For CreateWaitableTimerExW.  Windows 10, version 1803; not in all
   headers.  */
#define HIGH_RESOLUTION 0x2 /* CREATE_WAITABLE_TIMER_HIGH_RESOLUTION  */

/* -- Waiting ----------------------------------------------------------- */

/* Not WaitOnAddress: all waits of Windows with a time-out, and old timers,
   end at a tick of the clock, each 15.6 ms.  */
static HANDLE event;
static HANDLE timer;
static volatile LONG wake; /* The event is set, or will be.  */

void
rti_sysmon_wake (void)
{
  if (!InterlockedExchange (&wake, 1))
    SetEvent (event);
}

/* Wait for NS nanoseconds at most; UINT64_MAX is for ever.  */
static void
wait_for (uint64_t ns)
{
  HANDLE handles[2] = { event, timer };
  LARGE_INTEGER due;

  due.QuadPart = -(LONGLONG) (ns / 100 + 1); /* From now.  */
  if (ns == UINT64_MAX)
    WaitForSingleObject (event, INFINITE);
  else if (SetWaitableTimer (timer, &due, 0, NULL, NULL, FALSE))
    WaitForMultipleObjects (2, handles, FALSE, INFINITE);
  else
    WaitForSingleObject (event, 1);
}

/* -- Looking ----------------------------------------------------------- */

/* Under Wine, for drain_stores; NULL on Windows.  */
static volatile char *wine_page;

/* Make every processor that runs a thread of this process drain its store
   buffer.  FlushProcessWriteBuffers does it; in Wine 8.0 that is an empty
   stub, but there a page that loses a permission has the same effect: Linux
   interrupts every such processor to drop its TLB entry.  False: it could not
   be done.  */
static bool
drain_stores (void)
{
  DWORD old;

  if (!wine_page)
    {
      FlushProcessWriteBuffers ();
      return true;
    }
  if (!VirtualProtect ((void *) (uintptr_t) wine_page, 1, PAGE_READWRITE,
                       &old))
    return false;
  *wine_page = 1; /* There must be an entry to drop.  */
  return VirtualProtect ((void *) (uintptr_t) wine_page, 1, PAGE_READONLY,
                         &old);
}

/* Take M's p if it is stuck in a call.  Locked.  */
static struct rti_p *
retake (struct rt_m *m)
{
  uint32_t tick = m->systick;
  struct rti_p *p;

  if (!(tick & 1) || !m->p)
    {
      m->seen_tick = 0;
      return NULL;
    }
  if (tick != m->seen_tick)
    {
      m->seen_tick = tick;
      return NULL;
    }
  m->retake = 1;
  if (!drain_stores () || m->systick != tick)
    {
      m->retake = 0;
      return NULL;
    }
  p = m->p;
  m->p = NULL;
  if (m->curg)
    RTI_DEBUG_SCHED (m->curg, "loses its p", "in a long call");
  return p;
}

/* Whether the TEB of a thread is still there: TerminateThread tells us
   nothing.  */
static bool
mapped (const NT_TIB *teb)
{
  MEMORY_BASIC_INFORMATION info;

  return VirtualQuery (teb, &info, sizeof info) && info.State == MEM_COMMIT;
}

/* Make the next check of the goroutine that P's m runs ask for more stack,
   there where it finds its limit, and where it will after its next crossing.
   Either word changes only if it is that limit at this very moment (I6); that
   the thread writes it right after that costs no more than another look.  A
   limit is an address in a stack of ours, so nobody else's word equals it.
   Locked, so that the thread cannot have ended.  */
static void
ask (struct rti_p *p)
{
  struct rt_g *g = p->m->curg;
  uintptr_t limit;

  if (!g || rti_movestack)
    return; /* Every check asks already.  */
  limit = g->limit;
  if (limit != RTI_LIMIT_ALWAYS)
    {
      p->limit = limit;
      InterlockedCompareExchange64 ((volatile LONG64 *) &g->limit,
                                    (LONG64) RTI_LIMIT_ALWAYS, (LONG64) limit);
    }
  if (p->m->teb && mapped (p->m->teb))
    InterlockedCompareExchangePointer (&p->m->teb->ArbitraryUserPointer,
                                       (PVOID) RTI_LIMIT_ALWAYS,
                                       (PVOID) p->limit);
}

/* For how long one goroutine has had P, or was to get it.  Locked.  */
static uint64_t
unchanged (struct rti_p *p, uint64_t now)
{
  if (p->tick != p->seen_tick)
    {
      p->seen_tick = p->tick;
      p->seen_time = now;
    }
  return now - p->seen_time;
}

/* Ask P's m to let others run.  It does so at its next check, or when it next
   comes back from a call that may block.  Locked.  */
static void
ask_to_yield (struct rti_p *p)
{
  p->m->yield = 1;
  p->m->retake = 1; /* Makes it take the slow way out.  */
  ask (p);
}

/* One look at all m's.  True: something was done.  */
static bool
look (uint64_t now)
{
  bool done = false;
  uint32_t i;

  for (i = 0; i < rti_nprocs; i++)
    {
      struct rti_p *p = &rti_procs[i];
      struct rti_p *taken = NULL;
      struct rt_m *m, *suspect = NULL;
      /* Without any, of whomever, the p may stay where it is, unless that
         is a thread that was terminated.  */
      bool work = rti_any_work ();

      rti_lock_take (&rti_sched.lock);
      m = p->m;
      if (work && m && m->p == p)
        taken = retake (m);
      if (m && !taken && (m->p == p || m->nextp == p))
        {
          uint64_t time = unchanged (p, now);

          if (work && time >= SLICE && m->p == p)
            ask_to_yield (p);
          if (time >= SUSPECT)
            suspect = m;
        }
      rti_lock_give (&rti_sched.lock);
      if (suspect && rti_m_dead (suspect))
        rti_m_bury (suspect);
      if (taken)
        {
          rti_handoff (taken);
          done = true;
        }
    }
  return done;
}

static DWORD WINAPI
sysmon (void *unused)
{
  uint32_t quiet = 0;

  (void) unused;
  rti_m_leave ();
  rti_tls_known (); /* It counts as ours.  */
  for (;;)
    {
      uint64_t now, next, wait;

      InterlockedExchange (&rti_sched.sysmon_busy, 1);
      InterlockedExchange (&wake, 0);
      now = rti_nanotime ();
      next = rti_timer_run (now);
      InterlockedExchange (&rti_sched.sysmon_busy, 0);
      rti_lock_take (&rti_sched.lock);
      rti_check_dead ();
      rti_lock_give (&rti_sched.lock);
      if (look (now))
        quiet = 0;
      else
        quiet++;

      wait = UINT64_MAX;
      if (rti_sched.nidlep < (LONG) rti_nprocs)
        wait = quiet < LOOKS_SHORT ? LOOK_SHORT : LOOK_LONG;
      else if (rti_sched.doubt)
        wait = (uint64_t) rti_sched.doubt * MS;
      if (next != UINT64_MAX && next - now < wait)
        wait = next - now;
      wait_for (wait);
    }
  return 0;
}

void
rti_sysmon_start (void)
{
  event = CreateEventW (NULL, FALSE, FALSE, NULL);
  if (!event)
    rti_fatal_windows ("Windows gives no event", GetLastError ());
  timer = CreateWaitableTimerExW (NULL, NULL, HIGH_RESOLUTION,
                                  TIMER_ALL_ACCESS);
  if (!timer)
    timer = CreateWaitableTimerExW (NULL, NULL, 0, TIMER_ALL_ACCESS);
  if (!timer)
    rti_fatal_windows ("Windows gives no timer", GetLastError ());
  if (rti_wine)
    {
      wine_page = VirtualAlloc (NULL, 1, MEM_RESERVE | MEM_COMMIT,
                                PAGE_READWRITE);
      if (!wine_page)
        rti_fatal_windows ("no memory for sysmon", GetLastError ());
    }
  rti_thread_start (sysmon, NULL, SYSMON_STACK, true);
}
