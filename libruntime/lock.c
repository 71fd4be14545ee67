/* lock.c: waiting for a lock that another thread holds.
   SPDX-License-Identifier: MIT  */

#include "rti-sched.h"

/* How often to look again before asking Windows to wait: about as long as
   the longest of what such a lock protects.  */
#define LOOKS 100

void
rti_lock_wait (struct rti_lock *lock)
{
  uint32_t awaited = RTI_LOCK_AWAITED;
  int i;

  if (rti_process_ends ())
    return; /* Whoever held it is gone.  */
  for (i = 0; i < LOOKS; i++)
    {
      uint32_t word = RTI_LOCK_FREE;

      if (__atomic_load_n (&lock->word, __ATOMIC_RELAXED) == RTI_LOCK_FREE
          && __atomic_compare_exchange_n (&lock->word, &word, RTI_LOCK_HELD, 0,
                                          __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
        return;
      YieldProcessor ();
    }
  /* It may be that nobody else waits by now; then one wake is for
     nothing.  */
  while (__atomic_exchange_n (&lock->word, RTI_LOCK_AWAITED, __ATOMIC_ACQUIRE)
         != RTI_LOCK_FREE)
    WaitOnAddress (&lock->word, &awaited, sizeof awaited, INFINITE);
}

void
rti_lock_wake (struct rti_lock *lock)
{
  /* Of threads that were killed, Windows still has it that they wait.  */
  if (!rti_process_ends ())
    WakeByAddressSingle (&lock->word);
}
