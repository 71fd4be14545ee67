/* rti-g.h: goroutines (g), threads (m), the right to run (p).
   SPDX-License-Identifier: MIT

   A g runs growable code on its control stack.  An m is a Windows thread;
   plain code, all of libruntime's C with it, runs on the m's system stack.
   The TLS slot of a thread holds its current g: the goroutine while the
   thread is on a control stack, the m's g0 while it is on the system
   stack, NULL while the runtime does not know the thread.

   The system stack of an m, addresses growing up:

        +------------------------+
        | thread start, main ... |
        | rti_mstart's frame     |   its return address word is at g0sp
        +------------------------+ <- m->g0sp
        | crossing's frame       |   plaincall, syscall, parkcall: they start
        | plain code ...         |   here as if called by rti_mstart
        | DLL code ...           |
        | rt_callback's frame    |   with the rti_cbframe; saves g0sp
        +------------------------+ <- m->g0sp while the callback runs
        | the next crossing ...  |

   Invariants:
   I1. Only gsp, gpc (of a cbframe), sp, pc (of a g), prev_sp (of a stack)
       hold addresses of a control stack, outside of that stack.  Kept by
       libruntime-asm; the mover (grow.c) patches exactly these.
       RT_DEBUG=movestack breaks whoever keeps another.
   I2. gs:0x28 is the g's limit while on a control stack, the thread's own
       value (m->tib28) while not.  Kept by the crossings.
   I3. m->libcall is saved in the cbframe before a callback runs anything
       and restored after it.  Kept by rti_callback; testsuite:
       unwind/traceback-syscall-1.
   I4. A g in a callback stays on its m: whenever it leaves its m's curg
       with cbtop set, lockedm and m->lockedg are.  Kept by bind in sched.c;
       testsuite: callback/park-1.
   I5. systick is odd while the m is in a blocking call.  Only then may
       sysmon take its p, with the handshake described in sysmon.c.
   I6. Another thread changes gs:0x28 only from a g's limit to
       RTI_LIMIT_ALWAYS, in one instruction: so never while it is the
       thread's own.  Kept by ask in sysmon.c; testsuite:
       sched/preempt-3.  */

#ifndef RTI_G_H
#define RTI_G_H

#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0602 /* Windows 8: WaitOnAddress.  */
#endif
#include <windows.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rt.h"
#include "rti-lock.h"

struct rt_g;
struct rt_m;
struct rti_p;
struct rti_select;
struct rti_stack;
struct rti_try;

enum rti_gstatus {
  RTI_G_DEAD,     /* On a free list, or being made.  */
  RTI_G_RUNNABLE, /* On a run queue.  */
  RTI_G_RUNNING,  /* An m's curg; maybe in a call.  */
  RTI_G_WAITING   /* Parked.  */
};

/* Why a g waits; for tracebacks.  Names in traceback.c.  */
enum rti_wait {
  RTI_WAIT_NONE,
  RTI_WAIT_PARK,
  RTI_WAIT_SLEEP,
  RTI_WAIT_SEND,
  RTI_WAIT_RECV,
  RTI_WAIT_SELECT,
  RTI_WAIT_MUTEX,
  RTI_WAIT_GROUP,
  RTI_WAIT_ONCE,
  RTI_WAIT_P
};

/* A timer.  FN runs with the timers' lock held and does no more than
   decide: it returns the goroutine to make ready, or NULL.  That one is
   waiting for it, and has parked, or is about to, with its parklock.
   Protected by the lock in timer.c.  */
struct rti_timer
{
  uint64_t when; /* rti_nanotime at which it fires.  */
  struct rt_g *(*fn) (void *arg);
  void *arg;
  size_t index; /* In the heap, plus 1; 0: not armed.  */
};

/* A place in a channel's queue of senders or receivers.  Protected by the
   channel's lock.  */
struct rti_waiter
{
  struct rti_waiter *next;
  struct rti_waiter *prev;
  struct rt_g *g;
  struct rti_select *select; /* NULL: a plain send or receive.  */
  struct rt_chan *chan;      /* In whose queue it is.  */
  void *elem;                /* What to send, or where to receive.  */
  uint32_t index;            /* Of the select's case.  */
  bool send;                 /* Which queue.  */
  bool queued;
};

/* The header of a data stack chunk, at its low end.  */
struct rti_chunk
{
  struct rti_chunk *prev;
  size_t size;     /* With this header.  */
  char *saved_ptr; /* ds_ptr in prev when this was begun.  */
  void *pad;
};

struct rti_exception_state;

struct rt_g
{
  /* Known to asm (offsets.tbl).  */
  char *ds_ptr;            /* Data stack pointer; grows down.  */
  char *ds_limit;          /* Lowest byte of the chunk.  */
  char *ds_top;            /* End of the chunk, but for the first.  */
  struct rt_m *m;          /* The m that runs it.  */
  struct rti_stack *stack; /* Top segment; NULL in a g0.  */
  union
  {
    uintptr_t limit; /* For gs:0x28.  */
    uintptr_t base;  /* Of a fiber's g: its stack's (fiber.c).  */
  };
  uintptr_t sp;              /* Where it left its control stack: valid */
  uintptr_t pc;              /* while it is not running on it.  */
  struct rti_cbframe *cbtop; /* Innermost callback under way.  */
  uintptr_t ret;             /* rax when it is resumed.  */
  uintptr_t startfn;         /* Called with startarg at first.  */
  uintptr_t startarg;
  struct rti_stack *spare; /* Released segments, linked by prev.  */
  uint32_t lasterror;      /* GetLastError while not on an m.  */
  uint32_t ntries;         /* rt_try's that are open: in TRIES.  */
  struct rti_chunk *chunk; /* Current data stack chunk.  */
  struct rti_chunk *chunk_spare;

  /* Private.  */
  int errno_value;              /* errno and _doserrno while not on */
  unsigned long doserrno_value; /* an m.  */
  uint32_t float_flags;         /* Likewise: float.c.  */
  struct rti_exception_state *exceptions; /* Likewise; may be NULL:
                             none ever (exception-state.c).  */
  volatile LONG status;                   /* enum rti_gstatus.  */
  enum rti_wait wait;
  uint64_t id;
  struct rt_g *link;                    /* Run queue, free list, wait list.  */
  struct rt_g *allnext;                 /* All g's ever made (g.c).  */
  struct rt_m *lockedm;                 /* It may run on this m only.  */
  uint32_t locks;                       /* rt_lockosthread's that are open.  */
  uintptr_t (*resume) (struct rt_g *g); /* Runs on the system stack before
                                           the g goes on; gives ret.  */
  volatile LONG permit;  /* rt_park/rt_ready: park.c.  0 in a new
                            goroutine.  */
  struct rti_try *tries; /* Try.c's.  They outlive the goroutine, like */
  uint32_t tries_size;   /* SELECT.  */
  uint64_t fault_place;  /* Where it was when its fault handler, which
                            runs now, was called; 0: it does not.  */
  size_t control_size;   /* Bytes in all segments.  */
  size_t data_size;      /* Bytes in all chunks.  */
  uint64_t moves;
  uint64_t chains;
  struct rti_timer timer;    /* rt_sleep, select's timeout.  */
  struct rti_waiter waiter;  /* For a plain send or receive.  */
  struct rti_select *select; /* select.c's record.  It outlives the
                                goroutine: the next one uses it.  */
  struct rti_lock parklock;  /* Held from before others can find a g that
                                is about to wait, until it does; whoever
                                wakes it takes it first.  Only the timers'
                                lock is taken inside.  */
};

/* The record of one Windows call.  A call by name or pointer that has stack
   arguments uses N alone, for their bytes (plaincall.S).  */
struct rti_libcall
{
  void *fn;
  uintptr_t n;
  const uintptr_t *args;
  uintptr_t r1;
  uintptr_t r2;
  uint32_t err;
};

/* A callback under way: what it interrupted.  On the system stack.  */
struct rti_cbframe
{
  struct rti_cbframe *prev;
  uintptr_t gsp; /* The g's sp and pc at the call that the */
  uintptr_t gpc; /* callback interrupted.  */
  uintptr_t g0sp;
  struct rti_libcall libcall;
  uint32_t flags;          /* CB_.  */
  struct rti_stack *stack; /* Segment in which gsp is.  */
  char *ds_ptr;            /* The g's at the call.  */
  void *pad;
};

struct rt_m
{
  /* Known to asm (offsets.tbl).  */
  struct rt_g *curg;         /* The goroutine it runs, or NULL.  */
  uintptr_t g0sp;            /* System stack pointer for a crossing.  */
  uintptr_t tib28;           /* The thread's own gs:0x28.  */
  volatile uint32_t systick; /* Odd: in a blocking call.  I5.  */
  volatile uint32_t retake;  /* sysmon wants the p.  */
  struct rti_libcall libcall;
  uint32_t parkable;   /* The C code that runs may park curg.  */
  volatile LONG yield; /* sysmon's wish: let others run.  */
  struct rt_g *fiber;  /* Has the data stack of the fiber, or the thread,
                          that was the last to use one.  */
  NT_TIB *teb;         /* Its thread's; NULL: it has none.  Changes with
                          rti_sched.lock held once sysmon can see it.  */
  struct rt_g **slot;  /* Where its thread has its current g: tls.c.  */
  struct rt_g g0;

  /* Private.  */
  struct rti_p *p;          /* NULL: no right to run growable code.  */
  struct rt_g *lockedg;     /* It may run this g only.  */
  int *errnop;              /* This thread's errno, */
  unsigned long *doserrnop; /* and _doserrno.  */
  struct rti_exception_state **exceptions; /* Likewise, by runtime.  */
  LONG exceptions_generation;
  bool foreign; /* Windows or the program made the thread. */
  bool spinning;
  bool dying;
  struct rt_g *extrag;  /* A foreign m's goroutine for callbacks. */
  volatile LONG note;   /* rti_m_park, rti_m_wake.  */
  uint32_t seen_tick;   /* sysmon's: systick at its last look.  */
  struct rt_m *link;    /* Idle list.  */
  struct rt_m *allnext; /* All m's (m.c).  */
  DWORD tid;
  HANDLE thread;       /* NULL: not known.  Closed when the thread ends.  */
  uintptr_t base;      /* Of the thread's own stack; 0: it was on a fiber's
                          when it was attached.  */
  char *ds_start;      /* Data stack pointer of that stack when the scheduler
                          began to run on it.  */
  struct rt_g *nextg;  /* What to run first when woken.  */
  struct rti_p *nextp; /* With what, if nextg is its lockedg.  */
  uint32_t random;
  struct rti_unwind_cache *unwind_cache;
  struct rti_stack_cache *stack_cache;
};

#define RTI_RUNQ 256

struct rti_p
{
  uint32_t id;
  struct rt_m *m;
  volatile uint32_t head; /* Thieves and the owner advance it.  */
  volatile uint32_t tail; /* Only the owner does.  */
  struct rt_g *volatile runq[RTI_RUNQ];
  struct rt_g *volatile runnext;
  uint32_t seen_tick; /* sysmon's: tick when it last changed, */
  uint64_t seen_time; /* and when that was seen.  */
  uintptr_t limit;    /* sysmon's: of the goroutine that it asked.  */
  uint32_t tick;      /* Of schedule; each 61st looks globally. */
  struct rti_p *link; /* Idle list.  */
  struct rt_g *gfree; /* Dead g's with their stacks.  */
  uint32_t ngfree;
};

/* -- tls.c: the current g ---------------------------------------------- */

/* The current g of this thread as the TLS slot has it, or NULL.  Plain
   code sees the g0.  */
struct rt_g *rti_getg (void);
void rti_setg (struct rt_g *g);
/* The word in which that is: it stays where it is as long as the thread.  NULL
   until an index of 64 or over has been set.  */
struct rt_g **rti_gslot (void);

/* -- m.c --------------------------------------------------------------- */

/* The calling thread's m; attaches the thread if need be.  Never NULL.  */
struct rt_m *rti_m_self (void);

/* -- start.c ----------------------------------------------------------- */

/* Whether this is Wine, where two things are done otherwise.  */
extern bool rti_wine;

/* Whether the process is at its end: then all other threads have been killed
   wherever they were, maybe with a lock of ours held.  */
bool rti_process_ends (void);

/* The goroutine that the calling C code may park: that which called the
   public function by a crossing.  NULL if plain code called it; and at the
   end of the process, when nobody is left who could go on with it.  Only a
   callback runs then.  */
static inline struct rt_g *
rti_parkable (void)
{
  struct rt_g *g0 = rti_getg ();
  struct rt_g *g = g0 && g0->m && g0->m->parkable ? g0->m->curg : NULL;

  return g && g->cbtop && rti_process_ends () ? NULL : g;
}

/* -- fiber.c ----------------------------------------------------------- */

/* Whose data stack growable code uses that runs on the system stack on which
   the caller, a thread of M, is.  */
struct rt_g *rti_fiber (struct rt_m *m);

/* -- sched.c ----------------------------------------------------------- */

/* Park G, which rti_parkable gave, for the reason WHY; release LOCK (may
   be NULL) once it counts as waiting.  From then on rti_ready may be
   called on it.  Never returns: the goroutine goes on in its own code with
   g->ret as the public function's result, after g->resume, if not NULL,
   has run on the system stack and given it.  A resume function may park
   again.  */
void rti_park (struct rt_g *g, enum rti_wait why, struct rti_lock *lock)
    __attribute__ ((__noreturn__));

/* Make the parked G runnable.  Any thread; no locks needed or taken that
   a caller may hold, but the scheduler's own.  */
void rti_ready (struct rt_g *g);

/* -- g.c --------------------------------------------------------------- */

/* The goroutine of the calling thread, or NULL.  */
struct rt_g *rti_self (void);

/* -- timer.c ----------------------------------------------------------- */

/* Nanoseconds from a clock that only goes forward.  */
uint64_t rti_nanotime (void);

/* Arm TIMER, which is not armed, to fire at TIMER->when.  False: there is
   no memory.  Any thread; calls rti_sysmon_wake if it is the next one now.
   The caller may hold parklocks.  */
bool rti_timer_start (struct rti_timer *timer);

/* Disarm it.  True: its function will not run.  False: it was not armed,
   or the function has run to its end; what it decided stands.  */
bool rti_timer_stop (struct rti_timer *timer);

/* Fire every timer that is due at NOW, and return the time of the next
   one, UINT64_MAX if there is none.  sysmon's, but any thread may help.  */
uint64_t rti_timer_run (uint64_t now);

/* Whether a timer is armed, or has fired and not yet made its goroutine
   ready.  */
bool rti_timer_pending (void);

/* -- sysmon.c ---------------------------------------------------------- */

/* Make sysmon call rti_timer_run, soon.  May be called while a parklock is
   held.  */
void rti_sysmon_wake (void);

/* -- fatal.c ----------------------------------------------------------- */

/* Print "libruntime: fatal error: MESSAGE" and die with status 3.  */
void rti_fatal (const char *message) __attribute__ ((__noreturn__));

/* Likewise, with the error code ERR of the Windows function that failed.  */
void rti_fatal_windows (const char *message, uint32_t err)
    __attribute__ ((__noreturn__));

#ifdef RTI_CHECKING
#define RTI_ASSERT(cond)                                                      \
  ((cond) ? (void) 0 : rti_fatal ("assertion failed: " #cond))
#else
#define RTI_ASSERT(cond) ((void) 0)
#endif

/* -- alloc.c ----------------------------------------------------------- */

/* Zeroed memory from the process heap, or NULL.  No errno, no CRT.  */
void *rti_alloc (size_t size);
void rti_free (void *block);

#endif /* RTI_G_H */
