/* rti-lock.h: the library's lock.
   SPDX-License-Identifier: MIT

   For the few instructions that change a channel, a queue, the timers: a
   compare-and-swap to take it, an exchange to give it back, both inline.
   An SRWLOCK does the same by two calls into Windows, which were most of
   the time of a channel operation.  Zeros are a free lock.  Whoever gives
   it back does not touch it afterwards, so its memory may be freed by the
   next who takes it.

   At the end of the process one thread is left, which runs what DLLs do at
   their detachment.  A lock that it finds held was the lock of a thread that
   Windows has killed: it counts as taken.  (An SRWLOCK would be waited for, or
   Windows ends the process with a status of its own.)

   Any thread, the system stack; never while a goroutine's own code runs.  */

#ifndef RTI_LOCK_H
#define RTI_LOCK_H

#include <stdint.h>

struct rti_lock
{
  uint32_t word; /* RTI_LOCK_.  */
};

enum { RTI_LOCK_FREE, RTI_LOCK_HELD, RTI_LOCK_AWAITED };

/* lock.c: the slow halves.  Wait for LOCK and take it; wake one of those
   who wait for LOCK.  */
void rti_lock_wait (struct rti_lock *lock);
void rti_lock_wake (struct rti_lock *lock);

static inline void
rti_lock_take (struct rti_lock *lock)
{
  uint32_t word = RTI_LOCK_FREE;

  /* Pairs with rti_lock_give's exchange.  */
  if (!__atomic_compare_exchange_n (&lock->word, &word, RTI_LOCK_HELD, 0,
                                    __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
    rti_lock_wait (lock);
}

static inline void
rti_lock_give (struct rti_lock *lock)
{
  if (__atomic_exchange_n (&lock->word, RTI_LOCK_FREE, __ATOMIC_RELEASE)
      == RTI_LOCK_AWAITED)
    rti_lock_wake (lock);
}

#endif /* RTI_LOCK_H */
