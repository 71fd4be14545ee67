/* rti-chan.h: channels, select, and what else parks goroutines.
   SPDX-License-Identifier: MIT

   A channel is a ring of elements between two queues of waiters:

        sendq              ring                       recvq
        [w]->[w]->[w]  ->  [ recvx ... sendx ]  ->    [w]->[w]

   A plain send or receive waits in its g's own waiter, a select in one
   waiter a case, all in the g's select record.  Whoever takes a waiter
   off a queue does its work on the spot: the element is copied straight
   from or to where the waiting goroutine wants it (on a data stack or the
   heap: neither moves), so the goroutine has nothing left to do when it
   wakes, but for a select's clearing away.

   Invariants:
   C1. One of the queues is empty, but for waiters of one and the same
       select.  If recvq has a live waiter the ring is empty; if sendq has
       one it is full.  Kept by send, recv in chan.c and rti_select;
       testsuite: libruntime.chan.
   C2. A select's state goes from RTI_SELECT_WAITING to RTI_SELECT_TAKEN
       once, by compare-and-swap: who did it wakes the g, nobody else.
       The waiters that remain in other queues are dead from then on;
       they are skipped until the select itself takes them out, which it
       does before its goroutine goes on.
   C3. Locks are taken in this order: channels by rising address, one
       parklock, the timers' lock.  None is held over rti_ready.
   C4. A select waiter that joined a queue and was not the one taken comes
       back to the channel, to leave it, whether it is still in the queue
       or not.  chan->visits counts them; a channel that is freed before
       that lives on until the last one has left.  */

#ifndef RTI_CHAN_H
#define RTI_CHAN_H

#include "rti-g.h"

struct rti_waitq
{
  struct rti_waiter *first;
  struct rti_waiter *last;
};

struct rt_chan
{
  struct rti_lock lock;   /* Protects all of it.  */
  size_t len;             /* Elements in the ring.  Written under the
                             lock, peeked at without.  */
  uint32_t closed;        /* Likewise.  */
  bool freed;             /* C4.  */
  bool signals;           /* Signal.c's events go there.  */
  size_t visits;          /* C4.  */
  struct rti_waitq sendq; /* .first is peeked at without the lock.  */
  struct rti_waitq recvq;
  size_t elemsize; /* The rest is constant, but for the two */
  size_t cap;      /* positions.  */
  char *recvx;     /* Next to be received.  */
  char *sendx;     /* Next to be filled.  */
  char *end;       /* Of the ring.  */
  char ring[] __attribute__ ((__aligned__ (16)));
};

enum { RTI_SELECT_WAITING, RTI_SELECT_TAKEN };

/* A select that waits, or did.  A g keeps its record for the next time.  */
struct rti_select
{
  volatile LONG state;
  uint32_t taken; /* Index of the case; by who took it.  */
  uint32_t err;   /* And its result.  */
  bool timedout;  /* No case, but the timer.  */
  bool timed;     /* The timer is armed, or has fired.  */
  struct rt_select_case *cases;
  size_t n;
  size_t *index;
  size_t room;            /* How many waiters and places there are.  */
  struct rt_chan **order; /* The channels by rising address.  */
  size_t norder;
  struct rti_waiter waiters[];
};

/* -- chan.c ------------------------------------------------------------ */

/* The public functions, each with rt.h's contract.  They run on the system
   stack; those that wait park the goroutine that rti_parkable names.  */
uint32_t rti_chan_new (size_t elemsize, size_t capacity,
                       struct rt_chan **chan);
uint32_t rti_chan_free (struct rt_chan *chan);
uint32_t rti_chan_send (struct rt_chan *chan, const void *elem);
uint32_t rti_chan_recv (struct rt_chan *chan, void *elem);
uint32_t rti_chan_trysend (struct rt_chan *chan, const void *elem);
uint32_t rti_chan_tryrecv (struct rt_chan *chan, void *elem);
uint32_t rti_chan_close (struct rt_chan *chan);
size_t rti_chan_len (struct rt_chan *chan);
size_t rti_chan_cap (struct rt_chan *chan);

/* Do what can be done at once to CHAN, whose lock the caller holds: send
   the element at ELEM, or receive into ELEM.  RT_EAGAIN: it would have to
   wait.  Otherwise the result; *PEER is the waiter that was served, or
   NULL, and has to be woken with rti_waiter_wake (*PEER, 0) after the lock
   is released.  */
uint32_t rti_chan_send_locked (struct rt_chan *chan, const void *elem,
                               struct rti_waiter **peer);
uint32_t rti_chan_recv_locked (struct rt_chan *chan, void *elem,
                               struct rti_waiter **peer);

/* Whether a send, or a receive, would not have to wait, the caller holding
   CHAN's lock.  A waiting select may be taken by another channel in the
   meantime, so true is a good guess, false is right.  */
bool rti_chan_can_send (struct rt_chan *chan);
bool rti_chan_can_recv (struct rt_chan *chan);

/* Append W, but for the links complete, to its queue of its channel, whose
   lock the caller holds.  */
void rti_waiter_join (struct rti_waiter *w);

/* Take W, of a select, out of its channel's queue, if it still is in it.
   Takes the channel's lock.  */
void rti_waiter_leave (struct rti_waiter *w);

/* Let the goroutine of W, which the caller took from its queue, go on with
   the result ERR.  Locks may not be held.  */
void rti_waiter_wake (struct rti_waiter *w, uint32_t err);

/* -- select.c ---------------------------------------------------------- */

uint32_t rti_select (struct rt_select_case *cases, size_t n, uint64_t timeout,
                     size_t *index);

/* -- sync.c ------------------------------------------------------------ */

uint32_t rti_mutex_lock (struct rt_mutex *mutex);
uint32_t rti_mutex_trylock (struct rt_mutex *mutex);
uint32_t rti_mutex_unlock (struct rt_mutex *mutex);
uint32_t rti_waitgroup_add (struct rt_waitgroup *wg, intptr_t delta);
uint32_t rti_waitgroup_done (struct rt_waitgroup *wg);
uint32_t rti_waitgroup_wait (struct rt_waitgroup *wg);
uint32_t rti_once_begin (struct rt_once *once);
uint32_t rti_once_end (struct rt_once *once);

/* -- park.c ------------------------------------------------------------ */

/* Make G ready, which has parked with its parklock, or is about to.  */
static inline void
rti_ready_parklock (struct rt_g *g)
{
  rti_lock_take (&g->parklock);
  rti_lock_give (&g->parklock);
  rti_ready (g);
}

/* rt_park, rt_ready and rt_sleep.  */
uint32_t rti_park_public (void);
uint32_t rti_ready_public (struct rt_g *g);
void rti_sleep (uint64_t ns);

#endif /* RTI_CHAN_H */
