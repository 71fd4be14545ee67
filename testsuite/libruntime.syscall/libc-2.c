/* Growable functions given to libc and Windows as plain pointers run right on
   whatever stack they are called on: atexit's, signal's, threads' and a
   timer's; with deep recursion and locals of every kind.  */
/* { dg-do run } */
/* { dg-match "^at exit 20$" } */
/* { dg-match "^rt-test: \[0-9\]+ checks passed$" } */

#include <process.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include "syscall-test.h"

#define IMPORT __declspec (dllimport)
IMPORT void *CreateThread (void *, size_t, unsigned long (*) (void *), void *,
                           unsigned long, unsigned long *);
IMPORT unsigned long WaitForSingleObject (void *, unsigned long);
IMPORT int GetExitCodeThread (void *, unsigned long *);
IMPORT int CloseHandle (void *);
IMPORT int CreateTimerQueueTimer (void **, void *,
                                  void (*) (void *, unsigned char), void *,
                                  unsigned long, unsigned long, unsigned long);
IMPORT int DeleteTimerQueueTimer (void *, void *, void *);

static volatile long ticks;
static volatile int signals;

static int __attribute__ ((noinline))
work (int n)
{
  int local[8] = { n };
  int *volatile p = local;

  return n == 0 ? 0 : work (n - 1) + p[0] - n + 1;
}

static void
at_exit (void)
{
  printf ("at exit %d\n", work (20));
  fflush (stdout);
}

static void
on_abrt (int number)
{
  CHECK_EQ (number, SIGABRT);
  signals += work (30) / 30;
}

static unsigned
crt_thread (void *arg)
{
  return work ((int) (intptr_t) arg) + 1;
}

static unsigned long
windows_thread (void *arg)
{
  return work ((int) (intptr_t) arg) + 2;
}

static void
tick (void *arg, unsigned char fired)
{
  CHECK (fired);
  __sync_fetch_and_add (&ticks, work ((int) (intptr_t) arg));
}

static unsigned long
result (void *thread)
{
  unsigned long code = 0;

  CHECK (thread != NULL);
  CHECK_EQ (WaitForSingleObject (thread, 20000), 0);
  CHECK (GetExitCodeThread (thread, &code));
  CHECK (CloseHandle (thread));
  return code;
}

int
main (void)
{
  void *timer, *thread;
  int i;

  CHECK_EQ (atexit (at_exit), 0);
  CHECK (signal (SIGABRT, on_abrt) != SIG_ERR);
  CHECK_EQ (raise (SIGABRT), 0);
  CHECK_EQ (signals, 1);

  thread = (void *) _beginthreadex (NULL, 0, crt_thread, (void *) 200, 0,
                                    NULL);
  CHECK_EQ (result (thread), 201);
  thread = CreateThread (NULL, 0, windows_thread, (void *) 200, 0, NULL);
  CHECK_EQ (result (thread), 202);

  CHECK (CreateTimerQueueTimer (&timer, NULL, tick, (void *) 50, 1, 5, 0));
  for (i = 0; i < 1000 && ticks < 150; i++)
    rt_sleep (5 * MS);
  CHECK (ticks >= 150);
  CHECK (DeleteTimerQueueTimer (NULL, timer, (void *) (intptr_t) -1));
  CHECK_EQ (ticks % 50, 0);
  return 0;
}
