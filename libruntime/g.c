/* g.c: goroutines come and go.
   SPDX-License-Identifier: MIT  */

#include "rti-sched.h"

#include "rti-debug.h"
#include "rti-exception.h"
#include "rti-fault.h"
#include "rti-image.h"
#include "rti-stack.h"
#include "rti-try.h"

/* Dead g's that a p keeps for itself.  */
#define PFREE_MAX 64

struct rt_g *volatile rti_allg;
static volatile LONG64 next_id;

/* Protected by lock.  */
static struct
{
  struct rti_lock lock;
  struct rt_g *list;
} dead;

/* Whether M has its p for sure: sysmon takes none outside of calls.  */
static inline struct rti_p *
own_p (struct rt_m *m)
{
  return m && !(m->systick & 1) && !m->foreign ? m->p : NULL;
}

static struct rt_g *
g_alloc (struct rt_m *m)
{
  struct rti_p *p = own_p (m);
  struct rt_g *g;

  if (p && p->gfree)
    {
      g = p->gfree;
      p->gfree = g->link;
      p->ngfree--;
      return g;
    }
  rti_lock_take (&dead.lock);
  g = dead.list;
  if (g)
    dead.list = g->link;
  rti_lock_give (&dead.lock);
  if (g)
    return g;
  g = rti_alloc (sizeof *g);
  if (!g)
    return NULL;
  g->ds_limit = (char *) UINTPTR_MAX;
  do
    g->allnext = rti_allg;
  while (InterlockedCompareExchangePointer ((PVOID volatile *) &rti_allg, g,
                                            g->allnext)
         != g->allnext);
  return g;
}

struct rt_g *
rti_g_new (struct rt_m *m, uintptr_t fn, uintptr_t arg, const char *root)
{
  struct rt_g *g = g_alloc (m);

  if (!g)
    return NULL;
  if (!g->stack)
    {
      g->stack = rti_stack_alloc (m, 0);
      if (!g->stack)
        {
          rti_g_free (m, g);
          return NULL;
        }
      g->control_size = rti_stack_size (0);
    }
  g->limit = g->stack->limit;
  /* A return address of 0, and rsp as at a function's entry.  */
  g->sp = g->stack->hi - 8;
  *(uintptr_t *) g->sp = 0;
  g->pc = (uintptr_t) root;
  g->cbtop = NULL;
  g->ntries = 0;
  g->fault_place = 0;
  g->ret = 0;
  g->startfn = fn;
  g->startarg = arg;
  g->lasterror = 0;
  g->errno_value = 0;
  g->doserrno_value = 0;
  g->float_flags = 0;
  g->wait = RTI_WAIT_NONE;
  g->lockedm = NULL;
  g->locks = 0;
  g->resume = NULL;
  g->permit = 0;
  g->moves = g->chains = 0;
  g->id = (uint64_t) InterlockedIncrement64 (&next_id);
  return g;
}

void
rti_g_free (struct rt_m *m, struct rt_g *g)
{
  struct rti_p *p = own_p (m);

  g->status = RTI_G_DEAD;
  rti_free (g->exceptions);
  g->exceptions = NULL;
  g->m = NULL;
  if (g->stack)
    rti_stack_reset (m, g);
  rti_datastack_reset (g);
  if (p && p->ngfree < PFREE_MAX)
    {
      g->link = p->gfree;
      p->gfree = g;
      p->ngfree++;
      return;
    }
  rti_lock_take (&dead.lock);
  g->link = dead.list;
  dead.list = g;
  rti_lock_give (&dead.lock);
}

uint32_t rti_go (void (*fn) (void *), void *arg);

uint32_t
rti_go (void (*fn) (void *), void *arg)
{
  struct rt_g *g;

  if ((uintptr_t) fn < 0x10000)
    return RT_EINVAL;
  rti_init_threads ();
  g = rti_getg ();
  g = rti_g_new (g ? g->m : NULL, (uintptr_t) fn, (uintptr_t) arg, rti_gstart);
  if (!g)
    return RT_ENOMEM;
  InterlockedIncrement (&rti_sched.ngoroutine);
  g->status = RTI_G_RUNNABLE;
  RTI_DEBUG_SCHED (g, "is made", NULL);
  rti_enqueue (g);
  return 0;
}

void rti_goexit (void);

void
rti_goexit (void)
{
  struct rt_g *g = rti_parkable ();
  struct rt_m *m;
  bool bound;

  if (!g)
    rti_fatal ("rt_goexit: not called by a goroutine on its control stack");
  m = g->m;
  if (g == m->extrag)
    rti_fatal_goroutine (g, "rt_goexit: called in a callback on a thread that"
                            " is not libruntime's");
  if (g->cbtop)
    rti_abandon (m, NULL);
  bound = g->locks > 0;
  rti_float_leave ();
  if (rti_exception_runtimes)
    rti_exception_leave (m, g); /* Not all is done with, maybe.  */
  m->curg = NULL;
  m->lockedg = NULL;
  m->parkable = 0;
  RTI_DEBUG_SCHED (g, "ends", NULL);
  InterlockedDecrement (&rti_sched.ngoroutine);
  rti_g_free (m, g);
  if (bound)
    {
      /* The thread may be in a state that only its goroutine knew.  */
      struct rti_p *p = m->p;

      m->p = NULL;
      rti_handoff (p);
      rti_mstop (m);
    }
  rti_reschedule (m);
}

struct rt_g *
rti_self (void)
{
  struct rt_g *g0 = rti_getg ();

  return g0 ? g0->m->curg : NULL;
}

uint32_t rti_numgoroutine (void);

uint32_t
rti_numgoroutine (void)
{
  return (uint32_t) rti_sched.ngoroutine;
}

void rti_lockosthread (void);
void rti_unlockosthread (void);

void
rti_lockosthread (void)
{
  struct rt_g *g = rti_self ();

  if (g)
    g->locks++;
}

void
rti_unlockosthread (void)
{
  struct rt_g *g = rti_self ();

  if (g && g->locks > 0)
    g->locks--;
}

uint32_t rti_stackinfo (struct rt_stackinfo *info);

uint32_t
rti_stackinfo (struct rt_stackinfo *info)
{
  struct rt_g *g = rti_self ();
  struct rti_stack *stack;

  if (!info)
    return RT_EINVAL;
  if (!g)
    return RT_ENOTG;
  info->control_size = 0;
  for (stack = g->stack; stack; stack = stack->prev)
    info->control_size += stack->hi - stack->lo - rti_stack_reserve;
  info->data_size = g->data_size;
  info->moves = g->moves;
  info->chains = g->chains;
  return 0;
}
