/* sched.c: which goroutine runs next, on which thread.
   SPDX-License-Identifier: MIT  */

#include "rti-sched.h"

#include "rti-debug.h"
#include "rti-exception.h"
#include "rti-fault.h"
#include "rti-stack.h"
#include "rti-traceback.h"

/* Every so many rounds the global queue comes first, so that two
   goroutines that keep waking each other starve nobody.  */
#define GLOBAL_EVERY 61

struct rti_sched rti_sched;
struct rti_p rti_procs[RTI_MAXPROCS_MAX];
uint32_t rti_nprocs;

/* -- P's --------------------------------------------------------------- */

struct rti_p *
rti_idlep_get (void)
{
  struct rti_p *p = rti_sched.idlep;

  if (p)
    {
      rti_sched.idlep = p->link;
      rti_sched.nidlep--;
      if (rti_sched.nidlep == (LONG) rti_nprocs - 1)
        rti_sysmon_wake ();
    }
  return p;
}

void
rti_idlep_put (struct rti_p *p)
{
  p->m = NULL;
  p->link = rti_sched.idlep;
  rti_sched.idlep = p;
  rti_sched.nidlep++;
}

bool
rti_any_work (void)
{
  uint32_t i;

  if (rti_sched.qsize > 0)
    return true;
  for (i = 0; i < rti_nprocs; i++)
    if (!rti_runq_empty (&rti_procs[i]))
      return true;
  return false;
}

/* Let an m, a new one if none is idle, run with P.  False: there is no thread
   for it.  That is fatal if it is NEEDED.  */
static bool
start_m (struct rti_p *p, bool spinning, bool needed)
{
  struct rt_m *m;

  if (rti_process_ends ())
    return true; /* Windows makes no new threads, and nobody waits.  */
  rti_lock_take (&rti_sched.lock);
  m = rti_sched.idlem;
  if (m)
    {
      rti_sched.idlem = m->link;
      m->p = p;
      p->m = m;
      m->spinning = spinning;
      rti_m_wake (m); /* Locked: it may be dead, and buried.  */
    }
  rti_lock_give (&rti_sched.lock);
  return m || rti_m_start (p, spinning, needed);
}

/* There is a new runnable g: wake somebody to look, if that can help.  */
static void
wake_p (void)
{
  struct rti_p *p;
  bool alone;

  do
    {
      if (rti_sched.nidlep == 0 || rti_sched.nspinning != 0
          || InterlockedCompareExchange (&rti_sched.nspinning, 1, 0) != 0)
        return;
      rti_lock_take (&rti_sched.lock);
      alone = rti_sched.nidlep == (LONG) rti_nprocs;
      p = rti_idlep_get ();
      /* Who sees a p that gets idle later must not count on us.  */
      if (!p)
        InterlockedDecrement (&rti_sched.nspinning);
      rti_lock_give (&rti_sched.lock);
      if (!p || start_m (p, true, alone))
        return;
      /* There is no thread more, but others have p's and will come to it.
         If they have laid them down meanwhile, one is needed.  */
      rti_lock_take (&rti_sched.lock);
      rti_idlep_put (p);
      InterlockedDecrement (&rti_sched.nspinning);
      alone = rti_sched.nidlep == (LONG) rti_nprocs;
      rti_lock_give (&rti_sched.lock);
    }
  while (alone && rti_any_work ());
}

void
rti_handoff (struct rti_p *p)
{
  bool work;

  if (!rti_runq_empty (p) || rti_sched.qsize > 0)
    {
      start_m (p, false, true);
      return;
    }
  rti_lock_take (&rti_sched.lock);
  work = rti_sched.qsize > 0;
  if (!work)
    {
      rti_idlep_put (p);
      rti_check_dead ();
    }
  rti_lock_give (&rti_sched.lock);
  if (work)
    {
      start_m (p, false, true);
      return;
    }
  /* Others may have queued what nobody was free to steal.  */
  MemoryBarrier (); /* Pairs with rti_enqueue's.  */
  if (rti_any_work ())
    wake_p ();
}

void
rti_enqueue (struct rt_g *g)
{
  struct rt_g *self = rti_getg ();
  struct rt_m *m = self ? self->m : NULL;

  /* In a call sysmon may be taking the p at this moment.  */
  if (m && m->p && !(m->systick & 1))
    rti_runq_put (m->p, g, true);
  else
    {
      rti_lock_take (&rti_sched.lock);
      rti_runq_global_put (g);
      rti_lock_give (&rti_sched.lock);
    }
  MemoryBarrier (); /* Pairs with stop's last look.  */
  wake_p ();
}

void
rti_ready (struct rt_g *g)
{
  g->status = RTI_G_RUNNABLE;
  RTI_DEBUG_SCHED (g, "is ready", NULL);
  rti_enqueue (g);
}

/* -- Leaving a goroutine ----------------------------------------------- */

/* G leaves M, where it was curg: bind it to M if it must come back (I4),
   and free it if not.  */
static void
bind (struct rt_m *m, struct rt_g *g)
{
  bool bound = g->cbtop || g->locks > 0;

  g->lockedm = bound ? m : NULL;
  m->lockedg = bound ? g : NULL;
  g->errno_value = *m->errnop;
  g->doserrno_value = *m->doserrnop;
  g->float_flags = rti_float_leave ();
  if (rti_exception_runtimes)
    rti_exception_leave (m, g);
  m->curg = NULL;
  m->parkable = 0;
}

void
rti_park (struct rt_g *g, enum rti_wait why, struct rti_lock *lock)
{
  struct rt_m *m = g->m;

  RTI_DEBUG_SCHED (g, "waits", rti_wait_name (why));
  bind (m, g);
  g->wait = why;
  rti_stack_shrink (g);
  g->status = RTI_G_WAITING;
  if (lock)
    rti_lock_give (lock);
  rti_reschedule (m);
}

void rti_gosched (void);

void
rti_gosched (void)
{
  struct rt_g *g = rti_parkable ();
  struct rt_m *m;

  if (!g)
    return;
  m = g->m;
  if (!g->cbtop && !g->locks && rti_runq_empty (m->p) && rti_sched.qsize == 0)
    return; /* It would be the next itself.  */
  bind (m, g);
  g->ret = 0;
  g->status = RTI_G_RUNNABLE;
  rti_runq_put (m->p, g, false);
  rti_reschedule (m);
}

/* -- Finding one ------------------------------------------------------- */

static uint32_t
next_random (struct rt_m *m)
{
  /* xorshift32 (Marsaglia 2003).  */
  m->random ^= m->random << 13;
  m->random ^= m->random >> 17;
  m->random ^= m->random << 5;
  return m->random;
}

/* A g from the global queue; more of them go to P's.  */
static struct rt_g *
global_batch (struct rti_p *p)
{
  struct rt_g *g;
  LONG n;

  if (rti_sched.qsize == 0)
    return NULL;
  rti_lock_take (&rti_sched.lock);
  g = rti_runq_global_get ();
  n = rti_sched.qsize / (LONG) rti_nprocs;
  if (n > RTI_RUNQ / 2)
    n = RTI_RUNQ / 2;
  while (n-- > 0 && p->tail - p->head < RTI_RUNQ - 1)
    {
      struct rt_g *more = rti_runq_global_get ();

      p->runq[p->tail % RTI_RUNQ] = more;
      __atomic_store_n (&p->tail, p->tail + 1, __ATOMIC_RELEASE);
    }
  rti_lock_give (&rti_sched.lock);
  return g;
}

static struct rt_g *
steal_any (struct rt_m *m)
{
  uint32_t tries, i, from;
  struct rt_g *g;

  for (tries = 0; tries < 2; tries++)
    {
      from = next_random (m) % rti_nprocs;
      for (i = 0; i < rti_nprocs; i++)
        {
          struct rti_p *victim = &rti_procs[(from + i) % rti_nprocs];

          if (victim != m->p && (g = rti_runq_steal (m->p, victim)))
            return g;
        }
    }
  return NULL;
}

/* M has no p, or nothing to do with it: wait until it is given one.  */
static void
stop (struct rt_m *m)
{
  bool spun = m->spinning;
  struct rti_p *p = m->p;

  rti_lock_take (&rti_sched.lock);
  if (p)
    {
      if (rti_sched.qsize > 0)
        {
          rti_lock_give (&rti_sched.lock);
          return;
        }
      m->p = NULL;
      rti_idlep_put (p);
    }
  m->spinning = false;
  rti_lock_give (&rti_sched.lock);
  if (spun)
    InterlockedDecrement (&rti_sched.nspinning);
  MemoryBarrier (); /* Pairs with rti_enqueue's.  */
  rti_lock_take (&rti_sched.lock);
  if (p && rti_any_work () && rti_sched.idlep)
    {
      m->p = rti_idlep_get ();
      m->p->m = m;
      /* So that it wakes the next one when it has found something: whoever
         queued it may have counted on this m.  */
      m->spinning = true;
      InterlockedIncrement (&rti_sched.nspinning);
      rti_lock_give (&rti_sched.lock);
      return;
    }
  m->link = rti_sched.idlem;
  rti_sched.idlem = m;
  rti_check_dead ();
  rti_lock_give (&rti_sched.lock);
  rti_m_sleep (m);
}

/* A runnable g for M, which has a p; or NULL and M has been stopped.  */
static struct rt_g *
find (struct rt_m *m)
{
  struct rti_p *p = m->p;
  struct rt_g *g;

  if (++p->tick % GLOBAL_EVERY == 0 && (g = global_batch (p)))
    return g;
  if ((g = rti_runq_get (p)) || (g = global_batch (p)))
    return g;
  if (rti_nprocs > 1
      && (m->spinning
          || 2 * rti_sched.nspinning < (LONG) rti_nprocs - rti_sched.nidlep))
    {
      if (!m->spinning)
        {
          m->spinning = true;
          InterlockedIncrement (&rti_sched.nspinning);
        }
      if ((g = steal_any (m)))
        return g;
    }
  stop (m);
  return NULL;
}

/* -- Running it -------------------------------------------------------- */

static void execute (struct rt_m *m, struct rt_g *g)
    __attribute__ ((__noreturn__));

static void
execute (struct rt_m *m, struct rt_g *g)
{
  if (m->spinning)
    {
      m->spinning = false;
      if (InterlockedDecrement (&rti_sched.nspinning) == 0)
        wake_p (); /* There may be more.  */
    }
  m->curg = g;
  m->yield = 0;
  g->m = m;
  g->status = RTI_G_RUNNING;
  g->wait = RTI_WAIT_NONE;
  if (g->resume)
    {
      uintptr_t (*resume) (struct rt_g *) = g->resume;

      g->resume = NULL;
      g->ret = resume (g);
    }
  RTI_DEBUG_SCHED (g, "runs", NULL);
  *m->errnop = g->errno_value;
  *m->doserrnop = g->doserrno_value;
  if (g->float_flags)
    rti_float_enter (g->float_flags);
  if (g->exceptions)
    rti_exception_enter (m, g);
  rti_gogo (g);
}

/* G may run on another m only: give that one M's p.  */
static void
run_elsewhere (struct rt_m *m, struct rt_g *g)
{
  struct rt_m *other = g->lockedm;
  struct rti_p *p = m->p;

  if (m->spinning)
    {
      m->spinning = false;
      if (InterlockedDecrement (&rti_sched.nspinning) == 0)
        wake_p (); /* As in execute.  */
    }
  /* OTHER may be on its way to wait_locked still, with a p of its own.  */
  rti_lock_take (&rti_sched.lock);
  m->p = NULL;
  p->m = other; /* Sysmon looks whether it takes it.  */
  other->nextp = p;
  other->nextg = g;
  rti_m_wake (other);
  rti_lock_give (&rti_sched.lock);
}

/* M may run its locked g only, which is not running: give the p away and
   wait until M is handed the g with a p.  */
static struct rt_g *
wait_locked (struct rt_m *m)
{
  struct rti_p *p = m->p;
  struct rt_g *g;

  if (m->spinning)
    {
      m->spinning = false;
      InterlockedDecrement (&rti_sched.nspinning);
    }
  if (p)
    {
      m->p = NULL;
      rti_handoff (p);
    }
  rti_m_sleep (m);
  rti_lock_take (&rti_sched.lock);
  g = m->nextg;
  m->p = m->nextp;
  m->p->m = m;
  m->nextg = NULL;
  m->nextp = NULL;
  rti_lock_give (&rti_sched.lock);
  RTI_ASSERT (g == m->lockedg);
  return g;
}

void
rti_schedule (struct rt_m *m)
{
  struct rt_g *g;

  for (;;)
    {
      if (m->lockedg)
        execute (m, wait_locked (m));
      if (!m->p)
        {
          stop (m);
          continue;
        }
      g = find (m);
      if (!g)
        continue;
      if (g->lockedm && g->lockedm != m)
        {
          run_elsewhere (m, g);
          continue;
        }
      execute (m, g);
    }
}

/* -- Losing and getting a p around calls ------------------------------- */

/* Take back M's p, or another.  */
static bool
get_p (struct rt_m *m)
{
  bool got;

  if (rti_process_ends ())
    {
      /* Whoever had it is gone, and whom it was to yield to.  */
      if (!m->p)
        m->p = &rti_procs[0];
      m->retake = 0;
      m->yield = 0;
      return true;
    }
  rti_lock_take (&rti_sched.lock);
  m->retake = 0;
  if (!m->p)
    {
      m->p = rti_idlep_get ();
      if (m->p)
        {
          m->p->m = m;
          m->p->tick++; /* For rti_check_dead.  */
        }
    }
  got = m->p != NULL;
  rti_lock_give (&rti_sched.lock);
  return got;
}

/* G, M's curg, goes behind all others; M goes on with one of them if it has a
   p.  */
static void __attribute__ ((__noreturn__))
go_behind (struct rt_m *m, struct rt_g *g)
{
  /* Locked, or for a moment the goroutine were nobody's and rti_check_dead
     could miss it.  */
  rti_lock_take (&rti_sched.lock);
  bind (m, g);
  g->wait = RTI_WAIT_P;
  g->status = RTI_G_RUNNABLE;
  rti_runq_global_put (g);
  rti_lock_give (&rti_sched.lock);
  MemoryBarrier ();
  wake_p ();
  rti_reschedule (m);
}

void
rti_exitsyscall (struct rt_m *m)
{
  struct rt_g *g = m->curg;

  /* Told to yield, it keeps its p, but for another goroutine.  */
  if (get_p (m) && !m->yield)
    rti_gogo (g);
  go_behind (m, g);
}

void
rti_preempted (void)
{
  struct rt_m *m = rti_getg ()->m;
  struct rt_g *g = rti_parkable ();

  m->yield = 0;
  if (!g || !rti_any_work ())
    return;
  RTI_DEBUG_SCHED (g, "is preempted", NULL);
  g->ret = 0;
  go_behind (m, g);
}

void
rti_wait_for_p (struct rt_m *m, struct rt_g *g)
{
  if (get_p (m))
    return;
  g->lockedm = m;
  m->lockedg = g;
  g->wait = RTI_WAIT_P;
  g->status = RTI_G_RUNNABLE;
  rti_lock_take (&rti_sched.lock);
  rti_runq_global_put (g);
  rti_lock_give (&rti_sched.lock);
  MemoryBarrier ();
  wake_p ();
  wait_locked (m);
  g->status = RTI_G_RUNNING;
  g->wait = RTI_WAIT_NONE;
}

void
rti_leave_call (struct rt_m *m)
{
  m->systick++;     /* I5 */
  MemoryBarrier (); /* Pairs with sysmon.c.  */
  if (m->retake)
    rti_wait_for_p (m, m->curg);
}
