/* An APC that a goroutine queues to its own thread, or another thread to it,
   runs in alertable waits only, on the system stack: with a goroutine's local
   as its argument, growing, moving, and queueing the next.  */
/* { dg-do run } */

#include "io-test.h"

static volatile LONG count;

/* Growable, on the system stack.  */
static void CALLBACK
plain_apc (ULONG_PTR arg)
{
  stir (50);
  ++*(LONG *) arg;
}

/* A callback: on the goroutine.  */
static void CALLBACK
goroutine_apc (ULONG_PTR arg)
{
  CHECK (rt_self () != NULL);
  stir (500);
  rt_sleep (MS);
  ++*(LONG *) arg;
}

static PAPCFUNC callback;

static void
others (void *arg)
{
  stir (300);
  InterlockedIncrement (&count);
  (void) arg;
}

static void
run (void *arg)
{
  LONG local = 0;
  HANDLE thread;
  int i;

  rt_lockosthread ();
  CHECK (DuplicateHandle (GetCurrentProcess (), GetCurrentThread (),
                          GetCurrentProcess (), &thread, 0, FALSE,
                          DUPLICATE_SAME_ACCESS));
  for (i = 0; i < 10; i++)
    {
      LONG before = local;

      CHECK (QueueUserAPC (plain_apc, thread, (ULONG_PTR) &local));
      CHECK (QueueUserAPC (callback, thread, (ULONG_PTR) &local));
      CHECK_EQ (rt_go (others, NULL), 0);
      stir (200);
      rt_gosched ();
      Sleep (1);
      CHECK_EQ (local, before); /* Nobody has asked for it.  */
      while (local < before + 2)
        SleepEx (100, TRUE);
      CHECK_EQ (local, before + 2);
    }
  CloseHandle (thread);
  rt_unlockosthread ();
  (void) arg;
}

int
main (void)
{
  void *fn;

  CHECK_EQ (rt_callback_new (goroutine_apc, "v(p)", &fn), 0);
  callback = (PAPCFUNC) (uintptr_t) fn;
  run (NULL);
  on_fresh (run, NULL);
  while (count < 20)
    rt_sleep (MS);
  return 0;
}
