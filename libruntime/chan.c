/* chan.c: channels.
   SPDX-License-Identifier: MIT

   The drawing and the invariants are in rti-chan.h.  */

#include "rti-chan.h"

#include "rti-copy.h"

/* The compiler makes one load and store of the usual case.  */
static inline void
copy_elem (void *to, const void *from, size_t size)
{
  if (size == sizeof (uint64_t))
    __builtin_memcpy (to, from, sizeof (uint64_t));
  else if (size)
    rti_copy (to, from, size);
}

static inline void
zero_elem (const struct rt_chan *chan, void *elem)
{
  if (elem && chan->elemsize)
    rti_zero (elem, chan->elemsize);
}

static inline char *
ring_next (struct rt_chan *chan, char *pos)
{
  pos += chan->elemsize;
  return pos == chan->end ? chan->ring : pos;
}

/* -- The queues of waiters --------------------------------------------- */

static inline void
waitq_append (struct rti_waitq *queue, struct rti_waiter *w)
{
  w->next = NULL;
  w->prev = queue->last;
  if (queue->last)
    queue->last->next = w;
  else
    __atomic_store_n (&queue->first, w, __ATOMIC_RELAXED);
  queue->last = w;
}

static inline void
waitq_remove (struct rti_waitq *queue, struct rti_waiter *w)
{
  if (w->prev)
    w->prev->next = w->next;
  else
    __atomic_store_n (&queue->first, w->next, __ATOMIC_RELAXED);
  if (w->next)
    w->next->prev = w->prev;
  else
    queue->last = w->prev;
}

/* The first waiter of QUEUE that lives still, or NULL.  It stays there; the
   dead ones before it are taken out.  */
static struct rti_waiter *
waitq_peek (struct rti_waitq *queue)
{
  struct rti_waiter *w;

  while ((w = queue->first) != NULL && w->select
         && __atomic_load_n (&w->select->state, __ATOMIC_RELAXED)
                != RTI_SELECT_WAITING)
    {
      waitq_remove (queue, w);
      w->queued = false;
    }
  return w;
}

/* Take the first waiter that lives still out of QUEUE, for the caller to
   serve and to wake, or return NULL.  */
static inline struct rti_waiter *
waitq_take (struct rti_waitq *queue)
{
  struct rti_waiter *w;

  while ((w = queue->first) != NULL)
    {
      waitq_remove (queue, w);
      w->queued = false;
      if (!w->select)
        break;
      /* Keeps C2.  */
      if (InterlockedCompareExchange (&w->select->state, RTI_SELECT_TAKEN,
                                      RTI_SELECT_WAITING)
          == RTI_SELECT_WAITING)
        {
          w->chan->visits--;
          break;
        }
    }
  return w;
}

void
rti_waiter_join (struct rti_waiter *w)
{
  waitq_append (w->send ? &w->chan->sendq : &w->chan->recvq, w);
  w->queued = true;
  if (w->select)
    w->chan->visits++;
}

void
rti_waiter_leave (struct rti_waiter *w)
{
  struct rt_chan *chan = w->chan;
  bool last;

  rti_lock_take (&chan->lock);
  if (w->queued)
    waitq_remove (w->send ? &chan->sendq : &chan->recvq, w);
  w->queued = false;
  last = --chan->visits == 0 && chan->freed; /* Keeps C4.  */
  rti_lock_give (&chan->lock);
  if (last)
    rti_free (chan);
}

void
rti_waiter_wake (struct rti_waiter *w, uint32_t err)
{
  struct rt_g *g = w->g;

  if (w->select)
    {
      w->select->taken = w->index;
      w->select->err = err;
      rti_ready_parklock (g);
    }
  else
    {
      /* It parked with the channel's lock.  */
      g->ret = err;
      rti_ready (g);
    }
}

/* Park the calling goroutine on CHAN, whose lock the caller holds, with
   ELEM to send if SEND, else to receive into.  Returns only if there is no
   goroutine: RT_ENOTG, the lock released.  */
static uint32_t
wait_on (struct rt_chan *chan, void *elem, bool send)
{
  struct rt_g *g = rti_parkable ();

  if (!g)
    {
      rti_lock_give (&chan->lock);
      return RT_ENOTG;
    }
  g->waiter.g = g;
  g->waiter.select = NULL;
  g->waiter.chan = chan;
  g->waiter.elem = elem;
  g->waiter.send = send;
  rti_waiter_join (&g->waiter);
  rti_park (g, send ? RTI_WAIT_SEND : RTI_WAIT_RECV, &chan->lock);
}

/* -- Making and freeing ------------------------------------------------ */

uint32_t
rti_chan_new (size_t elemsize, size_t capacity, struct rt_chan **result)
{
  struct rt_chan *chan;
  size_t size;

  if (!result || __builtin_mul_overflow (elemsize, capacity, &size)
      || size > PTRDIFF_MAX - sizeof *chan)
    return RT_EINVAL;
  chan = rti_alloc (sizeof *chan + size);
  if (!chan)
    return RT_ENOMEM;
  chan->elemsize = elemsize;
  chan->cap = capacity;
  chan->recvx = chan->sendx = chan->ring;
  chan->end = chan->ring + size;
  *result = chan;
  return 0;
}

uint32_t
rti_chan_free (struct rt_chan *chan)
{
  bool last;

  if (!chan)
    return RT_EINVAL;
  rti_lock_take (&chan->lock);
  if (chan->signals || waitq_peek (&chan->sendq) || waitq_peek (&chan->recvq))
    {
      rti_lock_give (&chan->lock);
      return RT_EINVAL;
    }
  chan->freed = true;
  last = chan->visits == 0;
  rti_lock_give (&chan->lock);
  if (last)
    rti_free (chan);
  return 0;
}

/* -- Sending ----------------------------------------------------------- */

static inline uint32_t
send_locked (struct rt_chan *chan, const void *elem, struct rti_waiter **peer)
{
  struct rti_waiter *w;

  *peer = NULL;
  if (chan->closed)
    return RT_ECLOSED;
  w = waitq_take (&chan->recvq);
  if (w)
    {
      if (w->elem)
        copy_elem (w->elem, elem, chan->elemsize);
      *peer = w;
      return 0;
    }
  if (chan->len == chan->cap)
    return RT_EAGAIN;
  copy_elem (chan->sendx, elem, chan->elemsize);
  chan->sendx = ring_next (chan, chan->sendx);
  __atomic_store_n (&chan->len, chan->len + 1, __ATOMIC_RELAXED);
  return 0;
}

uint32_t
rti_chan_send_locked (struct rt_chan *chan, const void *elem,
                      struct rti_waiter **peer)
{
  return send_locked (chan, elem, peer);
}

bool
rti_chan_can_send (struct rt_chan *chan)
{
  return chan->len < chan->cap || chan->closed || waitq_peek (&chan->recvq);
}

uint32_t
rti_chan_send (struct rt_chan *chan, const void *elem)
{
  struct rti_waiter *peer;
  uint32_t err;

  if (!chan || (!elem && chan->elemsize))
    return RT_EINVAL;
  rti_lock_take (&chan->lock);
  err = send_locked (chan, elem, &peer);
  if (err == RT_EAGAIN)
    return wait_on (chan, (void *) (uintptr_t) elem, true);
  rti_lock_give (&chan->lock);
  if (peer)
    rti_waiter_wake (peer, 0);
  return err;
}

uint32_t
rti_chan_trysend (struct rt_chan *chan, const void *elem)
{
  struct rti_waiter *peer;
  uint32_t err;

  if (!chan || (!elem && chan->elemsize))
    return RT_EINVAL;
  /* Full (without a ring: no receiver), and later not closed: it was both at
     the first moment, for a channel that is closed stays so.  */
  if (__atomic_load_n (&chan->len, __ATOMIC_ACQUIRE) == chan->cap
      && !__atomic_load_n (&chan->recvq.first, __ATOMIC_ACQUIRE)
      && !__atomic_load_n (&chan->closed, __ATOMIC_ACQUIRE))
    return RT_EAGAIN;
  rti_lock_take (&chan->lock);
  err = send_locked (chan, elem, &peer);
  rti_lock_give (&chan->lock);
  if (peer)
    rti_waiter_wake (peer, 0);
  return err;
}

/* -- Receiving --------------------------------------------------------- */

static inline uint32_t
recv_locked (struct rt_chan *chan, void *elem, struct rti_waiter **peer)
{
  struct rti_waiter *w;

  *peer = NULL;
  if (chan->len)
    {
      if (elem)
        copy_elem (elem, chan->recvx, chan->elemsize);
      w = waitq_take (&chan->sendq);
      if (w)
        {
          /* The ring was full and stays so: the waiting sender's element
             takes the place of the one that left.  */
          copy_elem (chan->recvx, w->elem, chan->elemsize);
          chan->recvx = chan->sendx = ring_next (chan, chan->recvx);
          *peer = w;
          return 0;
        }
      chan->recvx = ring_next (chan, chan->recvx);
      __atomic_store_n (&chan->len, chan->len - 1, __ATOMIC_RELAXED);
      return 0;
    }
  if (chan->closed)
    {
      zero_elem (chan, elem);
      return RT_ECLOSED;
    }
  w = waitq_take (&chan->sendq);
  if (!w)
    return RT_EAGAIN;
  if (elem)
    copy_elem (elem, w->elem, chan->elemsize);
  *peer = w;
  return 0;
}

uint32_t
rti_chan_recv_locked (struct rt_chan *chan, void *elem,
                      struct rti_waiter **peer)
{
  return recv_locked (chan, elem, peer);
}

bool
rti_chan_can_recv (struct rt_chan *chan)
{
  return chan->len || chan->closed || waitq_peek (&chan->sendq);
}

uint32_t
rti_chan_recv (struct rt_chan *chan, void *elem)
{
  struct rti_waiter *peer;
  uint32_t err;

  if (!chan)
    return RT_EINVAL;
  rti_lock_take (&chan->lock);
  err = recv_locked (chan, elem, &peer);
  if (err == RT_EAGAIN)
    return wait_on (chan, elem, false);
  rti_lock_give (&chan->lock);
  if (peer)
    rti_waiter_wake (peer, 0);
  return err;
}

uint32_t
rti_chan_tryrecv (struct rt_chan *chan, void *elem)
{
  struct rti_waiter *peer;
  uint32_t err;

  if (!chan)
    return RT_EINVAL;
  /* Empty (without a ring: no sender), and later not closed; as above.  */
  if (!__atomic_load_n (&chan->len, __ATOMIC_ACQUIRE)
      && !__atomic_load_n (&chan->sendq.first, __ATOMIC_ACQUIRE)
      && !__atomic_load_n (&chan->closed, __ATOMIC_ACQUIRE))
    return RT_EAGAIN;
  rti_lock_take (&chan->lock);
  err = recv_locked (chan, elem, &peer);
  rti_lock_give (&chan->lock);
  if (peer)
    rti_waiter_wake (peer, 0);
  return err;
}

/* -- The rest ---------------------------------------------------------- */

uint32_t
rti_chan_close (struct rt_chan *chan)
{
  struct rti_waiter *w;
  struct rti_waitq woken = { NULL, NULL };

  if (!chan)
    return RT_EINVAL;
  rti_lock_take (&chan->lock);
  if (chan->closed)
    {
      rti_lock_give (&chan->lock);
      return RT_ECLOSED;
    }
  __atomic_store_n (&chan->closed, 1, __ATOMIC_RELEASE);
  while ((w = waitq_take (&chan->recvq)) != NULL)
    {
      zero_elem (chan, w->elem);
      waitq_append (&woken, w);
    }
  while ((w = waitq_take (&chan->sendq)) != NULL)
    waitq_append (&woken, w);
  rti_lock_give (&chan->lock);

  w = woken.first;
  while (w)
    {
      struct rti_waiter *next = w->next;

      rti_waiter_wake (w, RT_ECLOSED);
      w = next;
    }
  return 0;
}

size_t
rti_chan_len (struct rt_chan *chan)
{
  return chan ? __atomic_load_n (&chan->len, __ATOMIC_RELAXED) : 0;
}

size_t
rti_chan_cap (struct rt_chan *chan)
{
  return chan ? chan->cap : 0;
}
