/* select.c: wait for the first of several channels.
   SPDX-License-Identifier: MIT

   With the locks of all its channels, a select looks for cases that can go
   on, and does one of them.  If there is none, it puts a waiter into a
   queue of each channel and parks.  The peer or the timer that comes first
   takes the select (C2 in rti-chan.h), does the case and wakes the
   goroutine, which on its way back takes its other waiters out.  */

#include "rti-chan.h"

/* As Go has it.  */
#define SELECT_MAX 65536

/* A record with more room than this is not kept.  */
#define ROOM_KEPT 64

/* Room in a record for plain code, on its stack.  */
#define ROOM_LOCAL 8

#define WAITER_SIZE (sizeof (struct rti_waiter) + sizeof (struct rt_chan *))

static inline bool
case_is_void (const struct rt_select_case *c)
{
  return c->op == RT_SELECT_NONE || !c->chan;
}

/* A random number below N, which is small.  The sequence is the m's own, or
   for a thread without one everybody's.  */
static uint32_t
random_below (uint32_t n)
{
  static uint32_t shared;
  struct rt_g *g0 = rti_getg ();
  uint32_t *seed = g0 && g0->m ? &g0->m->random : &shared;
  uint32_t x = __atomic_load_n (seed, __ATOMIC_RELAXED) + 0x9e3779b9;

  __atomic_store_n (seed, x, __ATOMIC_RELAXED);
  x ^= (uint32_t) ((uintptr_t) g0 >> 6);
  x = (x ^ x >> 16) * 0x7feb352d;
  x = (x ^ x >> 15) * 0x846ca68b;
  x ^= x >> 16;
  return (uint32_t) ((uint64_t) x * n >> 32);
}

/* -- The record -------------------------------------------------------- */

static inline void
record_init (struct rti_select *s, size_t room)
{
  s->room = room;
  s->order = (struct rt_chan **) &s->waiters[room];
}

/* A record for N cases of the goroutine G: its own, if large enough, or a
   new one.  NULL: there is no memory.  */
static struct rti_select *
record_get (struct rt_g *g, size_t n)
{
  struct rti_select *s = g ? g->select : NULL;
  size_t room = n < 4 ? 4 : n;

  if (s && s->room >= n)
    return s;
  s = rti_alloc (sizeof *s + room * WAITER_SIZE);
  if (!s)
    return NULL;
  record_init (s, room);
  if (g)
    {
      rti_free (g->select);
      g->select = s;
    }
  return s;
}

/* The goroutine G, or plain code if NULL, is done with S.  */
static void
record_put (struct rt_g *g, struct rti_select *s)
{
  if (g && s->room > ROOM_KEPT)
    g->select = NULL;
  if (!g || s->room > ROOM_KEPT)
    rti_free (s);
}

/* -- Locks ------------------------------------------------------------- */

/* Store the channels of S by rising address, each once, in S->order.  */
static void
sort_channels (struct rti_select *s)
{
  struct rt_chan **order = s->order;
  size_t gap, i, k, n = 0;

  for (i = 0; i < s->n; i++)
    if (!case_is_void (&s->cases[i]))
      order[n++] = s->cases[i].chan;

  /* Shell's sort, by Hibbard's distances; few are sorted by insertion.  */
  for (gap = 1; gap < n / 16; gap = 2 * gap + 1)
    ;
  for (; gap > 0; gap /= 2)
    for (i = gap; i < n; i++)
      {
        struct rt_chan *chan = order[i];

        for (k = i; k >= gap && (uintptr_t) order[k - gap] > (uintptr_t) chan;
             k -= gap)
          order[k] = order[k - gap];
        order[k] = chan;
      }

  for (i = k = 0; i < n; i++)
    if (k == 0 || order[k - 1] != order[i])
      order[k++] = order[i];
  s->norder = k;
}

/* Keeps C3.  */
static void
lock_channels (struct rti_select *s)
{
  size_t i;

  for (i = 0; i < s->norder; i++)
    rti_lock_take (&s->order[i]->lock);
}

static void
unlock_channels (struct rti_select *s)
{
  size_t i;

  for (i = s->norder; i-- > 0;)
    rti_lock_give (&s->order[i]->lock);
}

/* -- The cases --------------------------------------------------------- */

/* One of the cases of S, at random, that can go on, or S->n.  */
static size_t
choose (struct rti_select *s)
{
  size_t i, chosen = s->n;
  uint32_t ready = 0;

  for (i = 0; i < s->n; i++)
    {
      struct rt_select_case *c = &s->cases[i];

      if (case_is_void (c))
        continue;
      if (c->op == RT_SELECT_SEND ? rti_chan_can_send (c->chan)
                                  : rti_chan_can_recv (c->chan))
        {
          ready++;
          if (ready == 1 || random_below (ready) == 0)
            chosen = i;
        }
    }
  return chosen;
}

static uint32_t
perform (struct rt_select_case *c, struct rti_waiter **peer)
{
  return c->op == RT_SELECT_SEND
             ? rti_chan_send_locked (c->chan, c->elem, peer)
             : rti_chan_recv_locked (c->chan, c->elem, peer);
}

/* Put the waiters of S, G's record, into their queues.  */
static void
join_all (struct rt_g *g, struct rti_select *s)
{
  size_t i;

  for (i = 0; i < s->n; i++)
    {
      struct rt_select_case *c = &s->cases[i];
      struct rti_waiter *w = &s->waiters[i];

      w->chan = NULL;
      if (case_is_void (c))
        continue;
      w->g = g;
      w->select = s;
      w->chan = c->chan;
      w->elem = c->elem;
      w->index = (uint32_t) i;
      w->send = c->op == RT_SELECT_SEND;
      rti_waiter_join (w);
    }
}

/* Take the waiters of S, which is taken, out again, but for number EXCEPT,
   which is out.  */
static void
leave_all (struct rti_select *s, size_t except)
{
  size_t i;

  for (i = 0; i < s->n; i++)
    if (i != except && s->waiters[i].chan)
      rti_waiter_leave (&s->waiters[i]);
}

/* The timer's function: the time of the goroutine ARG is out, unless its
   select was taken.  */
static struct rt_g *
select_timeout (void *arg)
{
  struct rt_g *g = arg;
  struct rti_select *s = g->select;

  if (InterlockedCompareExchange (&s->state, RTI_SELECT_TAKEN,
                                  RTI_SELECT_WAITING)
      != RTI_SELECT_WAITING)
    return NULL;
  s->timedout = true;
  return g;
}

/* G's resume: its select was taken.  */
static uintptr_t
select_resume (struct rt_g *g)
{
  struct rti_select *s = g->select;
  uint32_t err = RT_ETIMEOUT;

  g->resume = NULL;
  /* The timer may have fired and lost; then it is past that now.  */
  if (s->timed && !s->timedout)
    rti_timer_stop (&g->timer);
  leave_all (s, s->timedout ? s->n : s->taken);
  if (!s->timedout)
    {
      s->cases[s->taken].err = s->err;
      *s->index = s->taken;
      err = 0;
    }
  record_put (g, s);
  return err;
}

/* Park G, no case of whose record S can go on; the channels are locked.
   Returns only if there is no memory for the timer: RT_ENOMEM.  */
static uint32_t
select_wait (struct rt_g *g, struct rti_select *s, uint64_t timeout)
{
  __atomic_store_n (&s->state, RTI_SELECT_WAITING, __ATOMIC_RELAXED);
  s->timedout = false;
  s->timed = timeout != RT_FOREVER;
  join_all (g, s);
  g->resume = select_resume;
  rti_lock_take (&g->parklock);
  unlock_channels (s);
  if (s->timed)
    {
      uint64_t now = rti_nanotime ();

      g->timer.when = timeout < UINT64_MAX - now ? now + timeout : UINT64_MAX;
      g->timer.fn = select_timeout;
      g->timer.arg = g;
      if (!rti_timer_start (&g->timer))
        {
          s->timed = false;
          if (select_timeout (g))
            {
              rti_lock_give (&g->parklock);
              g->resume = NULL;
              leave_all (s, s->n);
              return RT_ENOMEM;
            }
          /* Taken by a peer, which waits for us to park.  */
        }
    }
  rti_park (g, RTI_WAIT_SELECT, &g->parklock);
}

static bool
cases_are_valid (const struct rt_select_case *cases, size_t n)
{
  size_t i;

  for (i = 0; i < n; i++)
    switch (cases[i].op)
      {
      case RT_SELECT_NONE:
      case RT_SELECT_RECV:
        break;
      case RT_SELECT_SEND:
        if (cases[i].chan && !cases[i].elem && cases[i].chan->elemsize)
          return false;
        break;
      default:
        return false;
      }
  return true;
}

uint32_t
rti_select (struct rt_select_case *cases, size_t n, uint64_t timeout,
            size_t *index)
{
  union
  {
    struct rti_select record;
    /* cppcheck-suppress unusedStructMember; only for its size.  */
    char room[sizeof (struct rti_select) + ROOM_LOCAL * WAITER_SIZE];
  } local;
  struct rt_g *g = rti_parkable ();
  struct rti_waiter *peer = NULL;
  struct rti_select *s;
  uint32_t err = RT_EAGAIN;
  size_t i;

  if (n > SELECT_MAX || (n && (!cases || !index))
      || !cases_are_valid (cases, n))
    return RT_EINVAL;

  /* Only a goroutine that will wait needs a record of its own.  */
  if ((!g || timeout == 0) && n <= ROOM_LOCAL)
    {
      g = NULL;
      s = &local.record;
      record_init (s, ROOM_LOCAL);
    }
  else
    {
      s = record_get (g, n);
      if (!s)
        return RT_ENOMEM;
    }
  s->cases = cases;
  s->n = n;
  s->index = index;

  sort_channels (s);
  lock_channels (s);
  while ((i = choose (s)) < n)
    {
      err = perform (&cases[i], &peer);
      if (err != RT_EAGAIN)
        break;
    }
  if (i == n && g && timeout != 0)
    err = select_wait (g, s, timeout);
  else
    {
      unlock_channels (s);
      if (i < n)
        {
          cases[i].err = err;
          *index = i;
          err = 0;
        }
      else
        err = timeout == 0 ? RT_EAGAIN : RT_ENOTG;
    }
  if (peer)
    rti_waiter_wake (peer, 0);
  if (s != &local.record)
    record_put (g, s);
  return err;
}
