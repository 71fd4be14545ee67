/* rti-sched.h: the scheduler, inside.
   SPDX-License-Identifier: MIT

   M:N in the manner of Go's: rti_nprocs p's; each has a queue of runnable
   g's; an m needs a p to run growable code.  An m without work steals from
   other p's, then lays its p on the idle list and itself on another, and
   waits on its note.  Whoever makes a g runnable wakes an m if a p is idle
   and nobody is spinning (looking for work) already.

   rti_sched.lock protects: the global queue, both idle lists, allm, p's
   changing hands, m->lockedg and g->lockedm.  Inside it only the timers'
   lock and m.c's lock of thread handles are taken.  A thread takes it at its
   end, with the loader's lock: so nothing inside may need that.  */

#ifndef RTI_SCHED_H
#define RTI_SCHED_H

#include "rti-g.h"

#define RTI_MAXPROCS_MAX 256

struct rti_sched
{
  struct rti_lock lock;
  struct rt_g *qhead, *qtail; /* The global queue.  */
  volatile LONG qsize;
  struct rti_p *idlep;
  volatile LONG nidlep;
  struct rt_m *idlem;
  volatile LONG nspinning;
  struct rt_m *volatile allm;
  volatile LONG ngoroutine;   /* Live ones.  */
  volatile LONG foreign;      /* Threads that are no m of ours.  */
  volatile LONG started;      /* The TLS slots exist.  */
  volatile LONG ready;        /* rti_init is done.  */
  volatile LONG sysmon_busy;  /* It may be making a g ready.  */
  volatile LONG main_started; /* rt_start has been called.  */
  volatile LONG doubt;        /* Since a look in which all was dead:
                                 sysmon looks again in so many ms.  */
};

extern struct rti_sched rti_sched;
extern struct rti_p rti_procs[RTI_MAXPROCS_MAX];
extern uint32_t rti_nprocs;

/* -- start.c ----------------------------------------------------------- */

/* Set the runtime up, once.  Any thread, under the loader's lock too.  */
void rti_init (void);

/* Likewise what needs threads; not under the loader's lock.  */
void rti_init_threads (void);

/* In asm's hands: exit (STATUS).  */
void rti_main_exit (int status) __attribute__ ((__noreturn__));

/* -- tls.c ------------------------------------------------------------- */

/* Allocate the slots.  */
void rti_tls_init (void);

/* The calling thread is not, or no longer, one that nobody knows.  False: it
   has not been counted as one.  */
bool rti_tls_known (void);

/* -- fiber.c ----------------------------------------------------------- */

/* Before the first m.  */
void rti_fiber_init (void);

/* M's new thread has no data stack yet.  */
void rti_fiber_begin (struct rt_m *m);

/* The scheduler begins to run on this stack, for good.  */
void rti_fiber_start (struct rt_m *m);

/* Free the data stack of the stack on which the calling thread, M's, ends.  */
void rti_fiber_end (struct rt_m *m);

/* Likewise of M's thread, which was terminated.  */
void rti_fiber_bury (struct rt_m *m);

/* Entered by rti_astray.  Dies.  */
void rti_call_astray (void) __attribute__ ((__noreturn__));

/* Callbacks of M were abandoned, UNTIL that one, or all: NULL.  M's system
   stack pointer is where it will go on.  */
void rti_fiber_abandon (struct rt_m *m, const struct rti_cbframe *until);

/* -- m.c --------------------------------------------------------------- */

/* Start a thread that runs the scheduler with P.  If Windows gives none, it
   is fatal if it is NEEDED; else false, and P has no m.  No locks held.  */
bool rti_m_start (struct rti_p *p, bool spinning, bool needed);

/* Likewise one that runs FN (ARG) on a stack of SIZE bytes.  Changes the
   last error.  */
bool rti_thread_start (DWORD (WINAPI *fn) (void *), void *arg, size_t size,
                       bool needed);

/* Wait for m->note; clear it.  */
void rti_m_sleep (struct rt_m *m);
void rti_m_wake (struct rt_m *m);

/* The calling thread, M's, ends, maybe in a call or a callback.  */
void rti_m_thread_end (struct rt_m *m);

/* Whether M's thread has ended; it need not have said so, after
   TerminateThread.  */
bool rti_m_dead (const struct rt_m *m);

/* If it has, and M can be missed, give back what it has: its p to others.  No
   locks held.  */
void rti_m_bury (struct rt_m *m);

/* The calling thread, new and one of the runtime's, has been in a growable
   DllMain or TLS callback, and may count as foreign for that: no longer.  */
void rti_m_leave (void);

/* -- runq.c ------------------------------------------------------------ */

/* The global queue: put at its end, take from its head.  Locked.  */
void rti_runq_global_put (struct rt_g *g);
struct rt_g *rti_runq_global_get (void);

/* P's queue, by the m that has P only.  NEXT: G runs next, whoever would
   have goes to the queue's end.  */
void rti_runq_put (struct rti_p *p, struct rt_g *g, bool next);
struct rt_g *rti_runq_get (struct rti_p *p);

/* Whether P's queue is empty at this moment.  Any thread.  */
bool rti_runq_empty (struct rti_p *p);

/* Move half of what FROM has to P's empty queue and return one of it.  */
struct rt_g *rti_runq_steal (struct rti_p *p, struct rti_p *from);

/* -- sched.c ----------------------------------------------------------- */

/* Run goroutines on M, on its system stack.  From asm.  */
void rti_schedule (struct rt_m *m) __attribute__ ((__noreturn__));

/* Asm: see switch.S, parkcall.S.  */
void rti_mstart (struct rt_m *m);
void rti_mstop (struct rt_m *m) __attribute__ ((__noreturn__));
void rti_reschedule (struct rt_m *m) __attribute__ ((__noreturn__));
void rti_gogo (struct rt_g *g) __attribute__ ((__noreturn__));
extern char rti_gstart[], rti_gstart_main[];

/* Put G, which is runnable, where the calling thread can best, and see to
   it that somebody runs it.  */
void rti_enqueue (struct rt_g *g);

/* Whether a goroutine is in some queue.  A guess, unless locked.  */
bool rti_any_work (void);

/* P has lost its m, or had none: give it to an m if there is work, else
   lay it down.  */
void rti_handoff (struct rti_p *p);

/* Take an idle p, or NULL.  Locked.  */
struct rti_p *rti_idlep_get (void);
void rti_idlep_put (struct rti_p *p);

/* G, M's curg on a control stack or about to be, has no p: get one, on
   this very thread, waiting if need be.  */
void rti_wait_for_p (struct rt_m *m, struct rt_g *g);

/* C half of rti_yield: the goroutine goes behind the others, if any wait.  */
void rti_preempted (void);

/* M's goroutine is out of a call that may have blocked, but for its own way
   out: make sure of the p as above.  */
void rti_leave_call (struct rt_m *m);

/* C half of rti_exitsyscall_wait.  */
void rti_exitsyscall (struct rt_m *m) __attribute__ ((__noreturn__));

/* The least time between the two looks that a deadlock takes, and the
   longest, when there are threads that nobody knows (Windows keeps some for
   the loader in the first half minute).  */
#define RTI_DOUBT_MS     50
#define RTI_DOUBT_MS_MAX 1000

/* deadlock.c: die if nothing can ever run again.  Locked.  */
void rti_check_dead (void);

/* -- float.c ----------------------------------------------------------- */

/* The goroutine that runs leaves the thread: give back the flags of the x87
   unit, and let it be as it is for a function that is called.  */
uint32_t rti_float_leave (void);

/* It comes back with FLAGS; then its control word is to be loaded.  */
void rti_float_enter (uint32_t flags);

/* -- signal.c ---------------------------------------------------------- */

/* Whether console events go to some channel: then Windows may make a thread
   at any time that wakes a goroutine.  */
bool rti_signal_awaited (void);

/* -- g.c --------------------------------------------------------------- */

/* A g that will run FN (ARG), from root ROOT; NULL: no memory.  */
struct rt_g *rti_g_new (struct rt_m *m, uintptr_t fn, uintptr_t arg,
                        const char *root);
void rti_g_free (struct rt_m *m, struct rt_g *g);

/* -- sysmon.c ---------------------------------------------------------- */

void rti_sysmon_start (void);

#endif /* RTI_SCHED_H */
