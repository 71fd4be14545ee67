/* A callback at the end of the process does not wait for a lock of the
   runtime that a killed thread holds, nor for its turn when it was told to let
   others run.  */
/* { dg-do run } */
/* { dg-dll "detach-1-dll.c" } */
/* { dg-skip "dll" "it reaches into the runtime" } */
/* { dg-should-fail 3 } */
/* { dg-match "^the end: 3 1 0$" } */
/* { dg-timeout 20 } */

#include <stdio.h>

#include "rti-sched.h"

#include "rt-test.h"

static volatile LONG held;

static void
at_end (void)
{
  struct rt_m *m = rt_self ()->m;

  m->yield = 1;
  m->retake = 1;
  Sleep (0); /* Comes back the slow way.  */
  printf ("the end: %d %d %d\n", (int) rti_sched.lock.word != 0 ? 3 : 0,
          rti_process_ends (), (int) m->retake);
  fflush (stdout);
}

static DWORD WINAPI
hold (void *arg)
{
  (void) arg;
  rti_lock_take (&rti_sched.lock);
  held = 1;
  Sleep (INFINITE);
  return 0;
}

int
main (void)
{
  void *callback;

  CHECK_EQ (rt_callback_new (at_end, "v()", &callback), 0);
  ((void (*) (void *)) test_proc ("detach-1-dll.dll", "set_end")) (callback);
  CHECK (CreateThread (NULL, 0, hold, NULL, 0, NULL) != NULL);
  while (!held)
    Sleep (1);
  ExitProcess (3);
}
