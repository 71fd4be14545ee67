/* An APC that a goroutine queues to its own thread, or another thread to it,
   runs in alertable waits only, on the system stack or as a callback on the
   goroutine: with a goroutine's local as its argument, growing, moving, and
   queueing the next.  */
/* { dg-do run } */

#include "io-test.h"

#define ROUNDS 5

/* A local of the goroutine that has the APCs.  */
struct apcs
{
  HANDLE thread;
  DWORD id;
  LONG run, begun; /* At the same time, if it waits alertably in one.  */
};

static PAPCFUNC callback;
static volatile LONG queued;

/* Growable, on the system stack.  */
static void CALLBACK
plain_apc (ULONG_PTR arg)
{
  struct apcs *apcs = (struct apcs *) arg;

  CHECK_EQ (++apcs->begun, 1);
  CHECK_EQ (GetCurrentThreadId (), apcs->id);
  CHECK (on_system_stack ());
  stir (50);
  CHECK (QueueUserAPC (callback, apcs->thread, arg));
  apcs->run++;
  apcs->begun--;
}

/* A callback: on the goroutine.  */
static void CALLBACK
goroutine_apc (ULONG_PTR arg)
{
  struct apcs *apcs = (struct apcs *) arg;

  CHECK_EQ (++apcs->begun, 1);
  CHECK_EQ (GetCurrentThreadId (), apcs->id);
  CHECK (rt_self () != NULL);
  CHECK (!on_system_stack ());
  stir (200);
  rt_sleep (MS); /* Not alertable.  */
  rt_gosched ();
  Sleep (1);
  apcs->run++;
  apcs->begun--;
}

/* On another thread: that of ARG is not to be had.  */
static void
other (void *arg)
{
  struct apcs *apcs = arg;

  CHECK (GetCurrentThreadId () != apcs->id);
  stir (300);
  CHECK (QueueUserAPC (plain_apc, apcs->thread, (ULONG_PTR) apcs));
  InterlockedIncrement (&queued);
}

static void
run (void *arg)
{
  struct apcs apcs = { NULL, 0, 0, 0 };
  LONG before = queued;
  int i;

  (void) arg;
  rt_lockosthread ();
  apcs.id = GetCurrentThreadId ();
  CHECK (DuplicateHandle (GetCurrentProcess (), GetCurrentThread (),
                          GetCurrentProcess (), &apcs.thread, 0, FALSE,
                          DUPLICATE_SAME_ACCESS));
  for (i = 0; i < ROUNDS; i++)
    {
      CHECK (QueueUserAPC (plain_apc, apcs.thread, (ULONG_PTR) &apcs));
      CHECK_EQ (rt_go (other, &apcs), 0);
      stir (200);
      while (queued == before + i)
        rt_gosched ();
      rt_sleep (MS);
      Sleep (1);
      CHECK_EQ (apcs.run, 4 * i); /* Nobody has asked for it.  */
      while (apcs.run < 4 * i + 4)
        SleepEx (100, TRUE);
      CHECK_EQ (apcs.run, 4 * i + 4);
    }
  CloseHandle (apcs.thread);
  rt_unlockosthread ();
}

int
main (void)
{
  void *fn;

  CHECK_EQ (rt_callback_new (goroutine_apc, "v(p)", &fn), 0);
  callback = (PAPCFUNC) (uintptr_t) fn;
  run (NULL);
  on_fresh (run, NULL);
  return 0;
}
