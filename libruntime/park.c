/* park.c: a goroutine waits for a word from another, or for a time.
   SPDX-License-Identifier: MIT

   g->permit says where rt_park and rt_ready have met:

     PERMIT_NONE   neither has been called
     PERMIT_GIVEN  rt_ready came first; the next rt_park returns at once
     PERMIT_AWAITED  rt_park came first; the g is parked, or is about to
                   be, with its parklock

   Each change is one compare-and-swap, so a permit is neither lost nor
   counted twice.  */

#include "rti-chan.h"
#include "rti-sched.h"

enum { PERMIT_NONE, PERMIT_GIVEN, PERMIT_AWAITED };

static inline bool
permit_cas (struct rt_g *g, LONG old, LONG new)
{
  return InterlockedCompareExchange (&g->permit, new, old) == old;
}

uint32_t
rti_park_public (void)
{
  struct rt_g *g = rti_parkable ();

  if (!g)
    return RT_ENOTG;
  if (permit_cas (g, PERMIT_GIVEN, PERMIT_NONE))
    return 0;

  g->ret = 0;
  rti_lock_take (&g->parklock);
  if (permit_cas (g, PERMIT_NONE, PERMIT_AWAITED))
    rti_park (g, RTI_WAIT_PARK, &g->parklock);
  /* It was given in the meantime.  */
  __atomic_store_n (&g->permit, PERMIT_NONE, __ATOMIC_RELAXED);
  rti_lock_give (&g->parklock);
  return 0;
}

uint32_t
rti_ready_public (struct rt_g *g)
{
  LONG permit;

  /* A g's memory is never given back, so one may look at a dead one.  */
  if (!g || __atomic_load_n (&g->status, __ATOMIC_RELAXED) == RTI_G_DEAD)
    return RT_EINVAL;
  for (;;)
    {
      permit = __atomic_load_n (&g->permit, __ATOMIC_RELAXED);
      if (permit == PERMIT_AWAITED)
        {
          if (permit_cas (g, PERMIT_AWAITED, PERMIT_NONE))
            {
              rti_ready_parklock (g);
              return 0;
            }
        }
      else if (permit_cas (g, permit, PERMIT_GIVEN))
        return 0;
    }
}

/* -- Sleep ------------------------------------------------------------- */

/* The timer's function: the goroutine ARG has slept enough.  */
static struct rt_g *
sleep_over (void *arg)
{
  return arg;
}

/* Let the thread sleep until the time WHEN.  */
static void
thread_sleep (uint64_t when)
{
  uint64_t now;

  /* Sleep counts in ticks of its own and may end a little early.  */
  while ((now = rti_nanotime ()) < when)
    {
      uint64_t ms = (when - now) / 1000000 + 1;

      Sleep (ms < INFINITE - 1 ? (DWORD) ms : INFINITE - 1);
    }
}

void
rti_sleep (uint64_t ns)
{
  struct rt_g *g;
  uint64_t when;

  if (ns == 0)
    return;
  when = rti_nanotime ();
  when = ns < UINT64_MAX - when ? when + ns : UINT64_MAX;
  g = rti_parkable ();
  if (g)
    {
      g->ret = 0;
      g->timer.when = when;
      g->timer.fn = sleep_over;
      g->timer.arg = g;
      rti_lock_take (&g->parklock);
      if (rti_timer_start (&g->timer))
        rti_park (g, RTI_WAIT_SLEEP, &g->parklock);
      rti_lock_give (&g->parklock);
      /* No memory for the timer.  Then it is a call that may block.  */
      g->m->systick++; /* I5 */
      thread_sleep (when);
      rti_leave_call (g->m);
      return;
    }
  thread_sleep (when);
}
