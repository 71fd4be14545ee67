/* m.c: threads.
   SPDX-License-Identifier: MIT  */

#include "rti-sched.h"

#include <errno.h>
#include <stdlib.h>

#include "rti-image.h"
#include "rti-stack.h"

/* What Windows reserves for a thread of ours: plain code runs there.  */
#define SYSTEM_STACK ((size_t) 1 << 20)

/* CreateThread fails with ERROR_ACCESS_DENIED or for want of memory now and
   then (golang/go#18253).  So many tries take 123 ms.  */
#define THREAD_TRIES 20

/* M's of foreign threads that have ended, to be used again.  Protected by
   rti_sched.lock.  */
static struct rt_m *free_m;

/* An m for the thread that calls, or that will; NULL: no memory.  */
static struct rt_m *
m_alloc (void)
{
  struct rt_m *m;

  rti_lock_take (&rti_sched.lock);
  m = free_m;
  if (m)
    free_m = m->link;
  rti_lock_give (&rti_sched.lock);
  if (m)
    {
      m->link = NULL;
      m->dying = false;
      return m;
    }
  m = rti_alloc (sizeof *m);
  if (!m)
    return NULL;
  m->g0.m = m;
  m->g0.status = RTI_G_RUNNING;
  m->g0.ds_limit = (char *) UINTPTR_MAX;
  m->random = (uint32_t) (uintptr_t) m | 1;
  rti_lock_take (&rti_sched.lock);
  m->allnext = rti_sched.allm;
  rti_sched.allm = m;
  rti_lock_give (&rti_sched.lock);
  return m;
}

/* Make the calling thread M's.  */
static void
adopt (struct rt_m *m)
{
  ULONG_PTR lo = 0, hi = 0;

  GetCurrentThreadStackLimits (&lo, &hi);
  m->sys_lo = lo;
  m->sys_hi = hi;
  m->tid = GetCurrentThreadId ();
  m->teb = (NT_TIB *) NtCurrentTeb ();
  m->errnop = _errno ();
  m->doserrnop = __doserrno ();
  rti_free (m->exceptions); /* Another thread's.  */
  m->exceptions = NULL;
  m->tib28 = (uintptr_t) m->teb->ArbitraryUserPointer;
  rti_setg (&m->g0);
  rti_tls_bind (m);
}

struct rt_m *
rti_m_self (void)
{
  struct rt_g *g = rti_getg ();
  DWORD lasterror;
  struct rt_m *m;

  if (g)
    return g->m;
  lasterror = GetLastError ();
  rti_init ();
  m = m_alloc ();
  if (!m)
    rti_fatal ("out of memory for a thread");
  m->foreign = true;
  adopt (m);
  SetLastError (lasterror);
  return m;
}

void
rti_m_leave (void)
{
  struct rt_g *g0 = rti_getg ();

  if (g0)
    rti_m_thread_end (g0->m);
}

static DWORD WINAPI
m_main (void *arg)
{
  struct rt_m *m = arg;

  rti_m_leave ();
  adopt (m);
  rti_mstart (m);
  return 0;
}

bool
rti_thread_start (DWORD (WINAPI *fn) (void *), void *arg, size_t size,
                  bool needed)
{
  HANDLE thread;
  int tries = 0;

  while (!(thread = CreateThread (NULL, size, fn, arg,
                                  STACK_SIZE_PARAM_IS_A_RESERVATION, NULL)))
    {
      if (!needed)
        return false;
      if (++tries == THREAD_TRIES)
        rti_fatal_windows ("Windows gives no more threads", GetLastError ());
      Sleep (1u << (tries / 4));
    }
  CloseHandle (thread);
  return true;
}

/* M's thread has ended, or has never begun: put M where the next one finds
   it.  Locked.  */
static void
m_free (struct rt_m *m)
{
  m->systick += m->systick & 1;
  m->retake = 0;
  m->parkable = 0;
  m->dying = true;
  m->link = free_m;
  free_m = m;
}

bool
rti_m_start (struct rti_p *p, bool spinning, bool needed)
{
  DWORD lasterror = GetLastError ();
  struct rt_m *m = m_alloc ();
  bool started = false;

  if (!m && needed)
    rti_fatal ("out of memory for a thread");
  if (m)
    {
      m->foreign = false;
      m->p = p;
      p->m = m;
      m->spinning = spinning;
      started = rti_thread_start (m_main, m, SYSTEM_STACK, needed);
    }
  if (m && !started)
    {
      rti_lock_take (&rti_sched.lock);
      m->p = NULL;
      p->m = NULL;
      m->spinning = false;
      m_free (m);
      rti_lock_give (&rti_sched.lock);
    }
  SetLastError (lasterror); /* rt_go and others are no call of it.  */
  return started;
}

void
rti_m_sleep (struct rt_m *m)
{
  LONG none = 0;

  while (InterlockedCompareExchange (&m->note, 0, 1) != 1)
    WaitOnAddress (&m->note, &none, sizeof none, INFINITE);
}

void
rti_m_wake (struct rt_m *m)
{
  InterlockedExchange (&m->note, 1);
  WakeByAddressSingle ((void *) (uintptr_t) &m->note);
}

/* Threads of ours end by returning from m_main, or by ExitThread in a call
   or a callback; all they leave is the m, as foreign ones do.  */
void
rti_m_thread_end (struct rt_m *m)
{
  /* Another thread deletes the fiber in which this one was attached, or it
     has ended before.  */
  if (rti_getg () != &m->g0)
    return;
  rti_setg (NULL);
  if (m->curg)
    {
      InterlockedDecrement (&rti_sched.ngoroutine);
      m->curg->status = RTI_G_DEAD;
      m->curg->m = NULL;
    }
  if (m->extrag)
    {
      rti_g_free (m, m->extrag);
      m->extrag = NULL;
    }
  rti_datastack_free (&m->g0);
  rti_stack_cache_drop (m);
  if (m->unwind_cache)
    rti_free (m->unwind_cache);
  m->unwind_cache = NULL;
  m->curg = NULL;
  m->lockedg = NULL;
  m->dying = true;
  rti_lock_take (&rti_sched.lock);
  m->teb = NULL;
  if (m->p)
    m->systick |= 1; /* sysmon takes the p; the m is lost.  */
  else
    m_free (m);
  rti_lock_give (&rti_sched.lock);
}
