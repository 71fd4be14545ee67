/* runq.c: queues of runnable goroutines.
   SPDX-License-Identifier: MIT

   A p's queue is a ring: the owner puts at the tail, the owner and thieves
   take at the head by compare-and-swap; runnext is before all of it.  */

#include "rti-sched.h"

/* Put G at the global queue's end.  Locked.  */
void
rti_runq_global_put (struct rt_g *g)
{
  g->link = NULL;
  if (rti_sched.qtail)
    rti_sched.qtail->link = g;
  else
    rti_sched.qhead = g;
  rti_sched.qtail = g;
  rti_sched.qsize++;
}

/* Locked.  */
struct rt_g *
rti_runq_global_get (void)
{
  struct rt_g *g = rti_sched.qhead;

  if (g)
    {
      rti_sched.qhead = g->link;
      if (!rti_sched.qhead)
        rti_sched.qtail = NULL;
      rti_sched.qsize--;
    }
  return g;
}

/* P's queue is full: put half of it, and G, into the global one.  */
static bool
local_spill (struct rti_p *p, struct rt_g *g, uint32_t head)
{
  struct rt_g *batch[RTI_RUNQ / 2];
  uint32_t i;

  for (i = 0; i < RTI_RUNQ / 2; i++)
    batch[i] = p->runq[(head + i) % RTI_RUNQ];
  if (InterlockedCompareExchange ((volatile LONG *) &p->head,
                                  (LONG) (head + RTI_RUNQ / 2), (LONG) head)
      != (LONG) head)
    return false;
  rti_lock_take (&rti_sched.lock);
  for (i = 0; i < RTI_RUNQ / 2; i++)
    rti_runq_global_put (batch[i]);
  rti_runq_global_put (g);
  rti_lock_give (&rti_sched.lock);
  return true;
}

/* Put G on P's queue; the owner only.  NEXT: it runs next, whoever would
   have goes to the queue's end.  */
void
rti_runq_put (struct rti_p *p, struct rt_g *g, bool next)
{
  if (next)
    {
      g = InterlockedExchangePointer ((PVOID volatile *) &p->runnext, g);
      if (!g)
        return;
    }
  for (;;)
    {
      uint32_t head = __atomic_load_n (&p->head, __ATOMIC_ACQUIRE);
      uint32_t tail = p->tail;

      if (tail - head < RTI_RUNQ)
        {
          p->runq[tail % RTI_RUNQ] = g;
          __atomic_store_n (&p->tail, tail + 1, __ATOMIC_RELEASE);
          return;
        }
      if (local_spill (p, g, head))
        return;
    }
}

/* The owner only.  */
struct rt_g *
rti_runq_get (struct rti_p *p)
{
  struct rt_g *g = p->runnext;

  if (g
      && InterlockedCompareExchangePointer ((PVOID volatile *) &p->runnext,
                                            NULL, g)
             == g)
    return g;
  for (;;)
    {
      uint32_t head = __atomic_load_n (&p->head, __ATOMIC_ACQUIRE);

      if (head == p->tail)
        return NULL;
      g = p->runq[head % RTI_RUNQ];
      if (InterlockedCompareExchange ((volatile LONG *) &p->head,
                                      (LONG) (head + 1), (LONG) head)
          == (LONG) head)
        return g;
    }
}

bool
rti_runq_empty (struct rti_p *p)
{
  return p->head == p->tail && !p->runnext;
}

/* Move half of what FROM has to P's empty queue and return one of it.  */
struct rt_g *
rti_runq_steal (struct rti_p *p, struct rti_p *from)
{
  for (;;)
    {
      uint32_t head = __atomic_load_n (&from->head, __ATOMIC_ACQUIRE);
      uint32_t tail = __atomic_load_n (&from->tail, __ATOMIC_ACQUIRE);
      uint32_t n = tail - head, i, at = p->tail;

      n -= n / 2;
      if (n == 0)
        {
          struct rt_g *g = from->runnext;

          if (g
              && InterlockedCompareExchangePointer (
                     (PVOID volatile *) &from->runnext, NULL, g)
                     == g)
            return g;
          return NULL;
        }
      if (n > RTI_RUNQ / 2)
        continue; /* Head and tail of different times.  */
      for (i = 0; i < n; i++)
        p->runq[(at + i) % RTI_RUNQ] = from->runq[(head + i) % RTI_RUNQ];
      if (InterlockedCompareExchange ((volatile LONG *) &from->head,
                                      (LONG) (head + n), (LONG) head)
          != (LONG) head)
        continue;
      n--;
      if (n > 0)
        __atomic_store_n (&p->tail, at + n, __ATOMIC_RELEASE);
      return p->runq[(at + n) % RTI_RUNQ];
    }
}
