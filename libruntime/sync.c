/* sync.c: mutex, wait group, once.
   SPDX-License-Identifier: MIT

   Each has a word that all but the contended cases change by one
   compare-and-swap, a lock, and a queue of goroutines in the order in
   which they came, linked by g->link.  Zeros are the initial state, and
   after the last operation nothing is left to free.  Who changes a word
   for the last time without the lock does not touch the object again, so
   its next user may free it at once.

   Invariants:
   S1. While goroutines wait, the word says so, and only the holder of the
       lock changes it (a wait group's count may still change, but not to
       0).  A goroutine that is to wait says so in the word first.
   S2. A mutex with waiters is handed from one to the next without being
       free in between: nobody overtakes.
   testsuite: libruntime.chan.  */

#include "rti-chan.h"

struct queue
{
  struct rt_g *first;
  struct rt_g *last;
};

struct mutex
{
  uintptr_t word; /* MUTEX_.  */
  struct rti_lock lock;
  struct queue queue;
};

enum { MUTEX_FREE, MUTEX_HELD, MUTEX_AWAITED };

struct waitgroup
{
  uintptr_t word; /* Twice the count, and WG_AWAITED.  */
  struct rti_lock lock;
  struct queue queue;
};

#define WG_AWAITED 1u
#define WG_ONE     2u
#define WG_MAX     (INTPTR_MAX / 2)

struct once
{
  uintptr_t word; /* ONCE_.  */
  struct rti_lock lock;
  struct queue queue;
};

enum { ONCE_NEW, ONCE_RUNS, ONCE_DONE };

_Static_assert(sizeof (struct mutex) <= sizeof (struct rt_mutex),
               "rt_mutex is too small");
_Static_assert(sizeof (struct waitgroup) <= sizeof (struct rt_waitgroup),
               "rt_waitgroup is too small");
_Static_assert(sizeof (struct once) <= sizeof (struct rt_once),
               "rt_once is too small");

/* Replace *WORD, if it is OLD, by NEW.  A full barrier; pairs with itself
   and with the loads of the same word.  */
static inline bool
word_cas (uintptr_t *word, uintptr_t old, uintptr_t new)
{
  return __atomic_compare_exchange_n (word, &old, new, false, __ATOMIC_SEQ_CST,
                                      __ATOMIC_ACQUIRE);
}

static inline uintptr_t
word_get (uintptr_t *word)
{
  return __atomic_load_n (word, __ATOMIC_ACQUIRE);
}

static inline void
word_set (uintptr_t *word, uintptr_t value)
{
  __atomic_store_n (word, value, __ATOMIC_RELEASE);
}

/* -- Queues ------------------------------------------------------------ */

/* Park G at the end of QUEUE, whose LOCK the caller holds.  */
static void __attribute__ ((__noreturn__))
queue_wait (struct queue *queue, struct rt_g *g, enum rti_wait why,
            struct rti_lock *lock)
{
  g->link = NULL;
  if (queue->first)
    queue->last->link = g;
  else
    queue->first = g;
  queue->last = g;
  rti_park (g, why, lock);
}

/* Make all goroutines from FIRST on ready, with the result RET.  */
static void
wake_all (struct rt_g *first, uint32_t ret)
{
  while (first)
    {
      struct rt_g *next = first->link;

      first->ret = ret;
      rti_ready (first);
      first = next;
    }
}

/* -- Mutex ------------------------------------------------------------- */

uint32_t
rti_mutex_lock (struct rt_mutex *mutex)
{
  struct mutex *m = (struct mutex *) mutex;
  struct rt_g *g;

  if (!m)
    return RT_EINVAL;
  if (word_cas (&m->word, MUTEX_FREE, MUTEX_HELD))
    return 0;

  g = rti_parkable ();
  if (!g)
    return RT_ENOTG;
  rti_lock_take (&m->lock);
  /* Keeps S1.  */
  if (__atomic_exchange_n (&m->word, MUTEX_AWAITED, __ATOMIC_ACQ_REL)
      == MUTEX_FREE)
    {
      word_set (&m->word, MUTEX_HELD);
      rti_lock_give (&m->lock);
      return 0;
    }
  g->ret = 0;
  queue_wait (&m->queue, g, RTI_WAIT_MUTEX, &m->lock);
}

uint32_t
rti_mutex_trylock (struct rt_mutex *mutex)
{
  struct mutex *m = (struct mutex *) mutex;

  if (!m)
    return RT_EINVAL;
  return word_cas (&m->word, MUTEX_FREE, MUTEX_HELD) ? 0 : RT_EAGAIN;
}

uint32_t
rti_mutex_unlock (struct rt_mutex *mutex)
{
  struct mutex *m = (struct mutex *) mutex;
  struct rt_g *g;

  if (!m)
    return RT_EINVAL;
  if (word_cas (&m->word, MUTEX_HELD, MUTEX_FREE))
    return 0;
  if (word_get (&m->word) == MUTEX_FREE)
    return RT_EPERM;

  /* It was awaited, or is about to be: someone who asks has the lock.  */
  rti_lock_take (&m->lock);
  g = m->queue.first;
  if (!g)
    {
      bool held = word_cas (&m->word, MUTEX_HELD, MUTEX_FREE);

      rti_lock_give (&m->lock);
      return held ? 0 : RT_EPERM;
    }
  /* Keeps S2: it stays held, by G from now on.  */
  m->queue.first = g->link;
  if (!g->link)
    word_set (&m->word, MUTEX_HELD);
  rti_lock_give (&m->lock);
  rti_ready (g);
  return 0;
}

/* -- Wait group -------------------------------------------------------- */

uint32_t
rti_waitgroup_add (struct rt_waitgroup *group, intptr_t delta)
{
  struct waitgroup *wg = (struct waitgroup *) group;
  struct rt_g *first = NULL;
  uintptr_t old, new;
  intptr_t count;
  bool done;

  if (!wg)
    return RT_EINVAL;
  do
    {
      old = word_get (&wg->word);
      count = (intptr_t) (old / WG_ONE);
      if (delta > WG_MAX - count)
        return RT_EINVAL;
      if (delta < -count)
        return RT_EPERM;
      new = old + WG_ONE *(uintptr_t) delta;
      if (new != WG_AWAITED)
        done = word_cas (&wg->word, old, new);
      else
        {
          /* The last one is done, and somebody waits for it.  */
          rti_lock_take (&wg->lock);
          done = word_cas (&wg->word, old, 0);
          if (done)
            {
              first = wg->queue.first;
              wg->queue.first = NULL;
            }
          rti_lock_give (&wg->lock);
        }
    }
  while (!done);
  wake_all (first, 0);
  return 0;
}

uint32_t
rti_waitgroup_done (struct rt_waitgroup *group)
{
  return rti_waitgroup_add (group, -1);
}

uint32_t
rti_waitgroup_wait (struct rt_waitgroup *group)
{
  struct waitgroup *wg = (struct waitgroup *) group;
  struct rt_g *g;
  uintptr_t old;

  if (!wg)
    return RT_EINVAL;
  if (word_get (&wg->word) < WG_ONE)
    return 0;

  g = rti_parkable ();
  if (!g)
    return RT_ENOTG;
  rti_lock_take (&wg->lock);
  do
    {
      old = word_get (&wg->word);
      if (old < WG_ONE)
        {
          rti_lock_give (&wg->lock);
          return 0;
        }
    }
  while (!word_cas (&wg->word, old, old | WG_AWAITED)); /* Keeps S1.  */
  queue_wait (&wg->queue, g, RTI_WAIT_GROUP, &wg->lock);
}

/* -- Once -------------------------------------------------------------- */

uint32_t
rti_once_begin (struct rt_once *once)
{
  struct once *o = (struct once *) once;
  struct rt_g *g;
  uintptr_t word;

  if (!o)
    return RT_EINVAL;
  if (word_get (&o->word) == ONCE_DONE)
    return RT_EAGAIN;

  rti_lock_take (&o->lock);
  word = o->word;
  if (word == ONCE_RUNS && (g = rti_parkable ()) != NULL)
    queue_wait (&o->queue, g, RTI_WAIT_ONCE, &o->lock);
  if (word == ONCE_NEW)
    word_set (&o->word, ONCE_RUNS);
  rti_lock_give (&o->lock);
  return word == ONCE_NEW ? 0 : word == ONCE_DONE ? RT_EAGAIN : RT_ENOTG;
}

uint32_t
rti_once_end (struct rt_once *once)
{
  struct once *o = (struct once *) once;
  struct rt_g *first;

  if (!o)
    return RT_EINVAL;
  rti_lock_take (&o->lock);
  if (o->word != ONCE_RUNS)
    {
      rti_lock_give (&o->lock);
      return RT_EPERM;
    }
  word_set (&o->word, ONCE_DONE);
  first = o->queue.first;
  o->queue.first = NULL;
  rti_lock_give (&o->lock);
  wake_all (first, RT_EAGAIN);
  return 0;
}
