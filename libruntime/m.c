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

/* For each thread that is attached so many m's are looked at, whether their
   threads were terminated: so there are hardly more dead ones than others.  A
   look costs a system call, under Wine a change of processes.  */
#define DEAD_LOOKS 2

/* Held while m->thread is used, or closed.  Nothing is taken inside.  */
static struct rti_lock thread_lock;

/* M's whose threads have ended, to be used again.  Protected by
   rti_sched.lock.  */
static struct rt_m *free_m;

/* -- The end ----------------------------------------------------------- */

/* Take the p from M, whose thread is at its end, or dead.  Locked.  */
static struct rti_p *
take_p (struct rt_m *m)
{
  struct rti_p *p = m->p;

  m->dying = true;
  m->teb = NULL;
  if (!p)
    p = m->nextp;
  else if (m->nextp)
    rti_idlep_put (m->nextp);
  m->p = NULL;
  m->nextp = NULL;
  if (p)
    p->m = NULL;
  return p;
}

/* M's thread has ended, or has never begun: put M where the next one finds
   it.  Locked.  */
static void
m_free (struct rt_m *m)
{
  m->systick += m->systick & 1;
  m->retake = 0;
  m->yield = 0;
  m->parkable = 0;
  m->note = 0;
  m->dying = true;
  m->link = free_m;
  free_m = m;
}

/* Give back what M has, and M.  It has no p.  */
static void
release (struct rt_m *m)
{
  struct rt_g *g = m->curg ? m->curg : m->nextg;

  if (g)
    InterlockedDecrement (&rti_sched.ngoroutine);
  if (g && g != m->extrag)
    rti_g_free (NULL, g);
  if (m->extrag)
    rti_g_free (NULL, m->extrag);
  rti_fiber_bury (m);
  m->extrag = NULL;
  m->curg = NULL;
  m->nextg = NULL;
  m->lockedg = NULL;
  rti_stack_cache_drop (m);
  rti_free (m->unwind_cache);
  m->unwind_cache = NULL;
  rti_free (m->exceptions);
  m->exceptions = NULL;
  rti_lock_take (&thread_lock);
  if (m->thread)
    CloseHandle (m->thread);
  m->thread = NULL;
  rti_lock_give (&thread_lock);
  if (m->spinning)
    InterlockedDecrement (&rti_sched.nspinning);
  m->spinning = false;
  rti_lock_take (&rti_sched.lock);
  m_free (m);
  rti_lock_give (&rti_sched.lock);
}

void
rti_m_thread_end (struct rt_m *m)
{
  struct rti_p *p;

  rti_setg (NULL);
  rti_lock_take (&rti_sched.lock);
  p = take_p (m);
  rti_lock_give (&rti_sched.lock);
  rti_fiber_end (m);
  release (m);
  if (p)
    rti_handoff (p);
}

bool
rti_m_dead (const struct rt_m *m)
{
  bool dead;

  rti_lock_take (&thread_lock);
  dead = m->thread && WaitForSingleObject (m->thread, 0) == WAIT_OBJECT_0;
  rti_lock_give (&thread_lock);
  return dead;
}

void
rti_m_bury (struct rt_m *m)
{
  struct rti_p *p = NULL;
  struct rt_m **at;
  bool mine;

  rti_lock_take (&rti_sched.lock);
  /* A goroutine that waits and may run on M only has to find it when it is
     made ready.  */
  mine = !m->dying && rti_m_dead (m)
         && (!m->lockedg || m->lockedg->status == RTI_G_RUNNING || m->nextg);
  if (mine)
    {
      for (at = &rti_sched.idlem; *at; at = &(*at)->link)
        if (*at == m)
          {
            *at = m->link;
            break;
          }
      p = take_p (m);
    }
  rti_lock_give (&rti_sched.lock);
  if (mine)
    release (m);
  if (p)
    rti_handoff (p);
}

/* Bury dead m's, if there are any among the next few.  */
static void
look_for_dead (void)
{
  static struct rt_m *at; /* Protected by rti_sched.lock.  */
  struct rt_m *m[DEAD_LOOKS];
  int i;

  rti_lock_take (&rti_sched.lock);
  for (i = 0; i < DEAD_LOOKS; i++)
    {
      at = at ? at->allnext : rti_sched.allm;
      m[i] = at;
    }
  rti_lock_give (&rti_sched.lock);
  for (i = 0; i < DEAD_LOOKS; i++)
    if (m[i] && rti_m_dead (m[i]))
      rti_m_bury (m[i]);
}

/* -- The beginning ----------------------------------------------------- */

/* An m for the thread that calls, or that will; NULL: no memory.  */
static struct rt_m *
m_alloc (void)
{
  struct rt_m *m;

  look_for_dead ();
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
  HANDLE process = GetCurrentProcess (), thread;

  m->tid = GetCurrentThreadId ();
  m->teb = (NT_TIB *) NtCurrentTeb ();
  m->errnop = _errno ();
  m->doserrnop = __doserrno ();
  m->tib28 = (uintptr_t) m->teb->ArbitraryUserPointer;
  /* Without, nobody sees it if the thread is terminated.  */
  if (!DuplicateHandle (process, GetCurrentThread (), process, &thread,
                        SYNCHRONIZE, FALSE, 0))
    thread = NULL;
  m->thread = thread;
  rti_fiber_begin (m);
  rti_setg (&m->g0);
  m->slot = rti_gslot ();
  rti_tls_known ();
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
