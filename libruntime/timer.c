/* timer.c: the clock, and the timers of goroutines.
   SPDX-License-Identifier: MIT

   The armed timers are in a heap with four children a node, in an array:
   the children of number I are 4 * I + 1 .. 4 * I + 4, and none is due
   before its parent.  Each entry repeats the timer's time, so that sifting
   stays within the array.

   A timer's function runs under the lock and only decides who is to be
   made ready, so rti_timer_stop never has to wait for one.  Making ready
   happens without the lock.  */

#include "rti-chan.h"

#include "rti-copy.h"

struct entry
{
  uint64_t when;
  struct rti_timer *timer;
};

#define CHILDREN   4
#define ROOM_FIRST 64

static struct rti_lock lock;

/* Protected by lock.  */
static struct entry *heap;
static size_t used;
static size_t room;
static size_t firing; /* Decided, not yet ready.  */

/* -- The clock --------------------------------------------------------- */

/* QueryPerformanceCounter is the time stamp counter on today's Windows, 20
   to 30 ns, and counts on through changes of the wall clock.  The interrupt
   time clocks are cheaper, but lag by up to a tick of 15.6 ms.  */

#define NS 1000000000u

uint64_t
rti_nanotime (void)
{
  /* Whoever comes first stores the same.  */
  static uint64_t frequency;
  uint64_t f = __atomic_load_n (&frequency, __ATOMIC_RELAXED);
  LARGE_INTEGER now;
  uint64_t t;

  if (f == 0)
    {
      LARGE_INTEGER li;

      QueryPerformanceFrequency (&li);
      f = (uint64_t) li.QuadPart;
      __atomic_store_n (&frequency, f, __ATOMIC_RELAXED);
    }
  QueryPerformanceCounter (&now);
  t = (uint64_t) now.QuadPart;
  if (f == NS / 100) /* Since Windows 10.  */
    return t * 100;
  return t / f * NS + t % f * NS / f;
}

/* -- The heap, under the lock ------------------------------------------ */

static inline void
put (size_t i, struct entry e)
{
  heap[i] = e;
  e.timer->index = i + 1;
}

/* Put E where number I is, or nearer to the root.  */
static void
sift_up (size_t i, struct entry e)
{
  while (i > 0)
    {
      size_t parent = (i - 1) / CHILDREN;

      if (heap[parent].when <= e.when)
        break;
      put (i, heap[parent]);
      i = parent;
    }
  put (i, e);
}

/* Put E where number I is, or farther from the root.  */
static void
sift_down (size_t i, struct entry e)
{
  for (;;)
    {
      size_t child = CHILDREN * i + 1;
      size_t end = child + CHILDREN < used ? child + CHILDREN : used;
      size_t least = child;

      if (child >= used)
        break;
      while (++child < end)
        if (heap[child].when < heap[least].when)
          least = child;
      if (heap[least].when >= e.when)
        break;
      put (i, heap[least]);
      i = least;
    }
  put (i, e);
}

/* Take number I out of the heap.  */
static void
take (size_t i)
{
  struct entry last;

  heap[i].timer->index = 0;
  last = heap[--used];
  if (i == used)
    return;
  if (i > 0 && last.when < heap[(i - 1) / CHILDREN].when)
    sift_up (i, last);
  else
    sift_down (i, last);
}

/* Make room for one more.  */
static bool
grow (void)
{
  size_t wanted = room ? 2 * room : ROOM_FIRST;
  struct entry *larger = rti_alloc (wanted * sizeof *larger);

  if (!larger)
    return false;
  if (used)
    rti_copy (larger, heap, used * sizeof *larger);
  rti_free (heap);
  heap = larger;
  room = wanted;
  return true;
}

/* -- Timers ------------------------------------------------------------ */

bool
rti_timer_start (struct rti_timer *timer)
{
  struct entry e = { timer->when, timer };
  bool done, first = false;

  rti_lock_take (&lock);
  RTI_ASSERT (timer->index == 0);
  done = used < room || grow ();
  if (done)
    {
      used++;
      sift_up (used - 1, e);
      first = timer->index == 1;
    }
  rti_lock_give (&lock);
  if (first)
    rti_sysmon_wake ();
  return done;
}

bool
rti_timer_stop (struct rti_timer *timer)
{
  bool armed;

  rti_lock_take (&lock);
  armed = timer->index != 0;
  if (armed)
    take (timer->index - 1);
  rti_lock_give (&lock);
  return armed;
}

uint64_t
rti_timer_run (uint64_t now)
{
  uint64_t next;

  rti_lock_take (&lock);
  while (used && heap[0].when <= now)
    {
      struct rti_timer *timer = heap[0].timer;
      struct rt_g *g;

      take (0);
      g = timer->fn (timer->arg);
      if (!g)
        continue;
      firing++;
      rti_lock_give (&lock);
      rti_ready_parklock (g);
      rti_lock_take (&lock);
      firing--;
    }
  next = used ? heap[0].when : UINT64_MAX;
  rti_lock_give (&lock);
  return next;
}

bool
rti_timer_pending (void)
{
  bool pending;

  rti_lock_take (&lock);
  pending = used || firing;
  rti_lock_give (&lock);
  return pending;
}
