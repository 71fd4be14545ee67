/* __thread variables: a goroutine that is bound to a thread has that thread's,
   whatever its stack does; what finds them allocates on the system stack.  */
/* { dg-do run } */
/* { dg-options "-Wl,--wrap=malloc" } */
/* { dg-more-sources "tls-2-more.c" } */
/* { dg-plain-sources "tls-2-plain.c" } */
/* { dg-env "RT_MAXPROCS=2" } */

#include "plugin-test.h"
#include "rt.h"

#define ROUNDS 50

extern __thread int tls_number;
extern volatile int tls_allocated, tls_astray;
int tls_add (int n);
int *tls_where (void);

static __thread char text[5000] = "initial";
static __thread struct { int a[100]; } aligned __attribute__ ((aligned (64)));

static struct rt_waitgroup ready, done;
static unsigned long threads[2];

static NOINLINE void
look (void)
{
  void *volatile p = &aligned;

  CHECK_EQ ((uintptr_t) p % 64, 0);
  CHECK_EQ (tls_number, 7);
  CHECK_STR (text, "initial");
  CHECK_EQ (aligned.a[99], 0);
}

/* Nobody has used this thread's before.  */
static NOINLINE void
initial (void)
{
  int before = tls_allocated;

  look ();
  CHECK (tls_allocated >= before + 3);
}

static void
bound (void *arg)
{
  int me = (int) (uintptr_t) arg, n = 100 * me, *p;

  rt_lockosthread ();
  threads[me] = GetCurrentThreadId ();
  CHECK_EQ (rt_waitgroup_done (&ready), 0);
  CHECK_EQ (rt_waitgroup_wait (&ready), 0);
  CHECK (threads[0] != threads[1]);
  initial ();
  p = &tls_number;
  *p = n;
  text[4999] = (char) (me + 1);
  for (int i = 1; i <= ROUNDS; i++)
    {
      aligned.a[i] = n + i;
      CHECK_EQ (tls_add (1), n + i);
      rt_gosched ();
      deep (10 * i);
      if (i % 10 == 0)
        rt_sleep (100000);
      CHECK_EQ (tls_number, n + i);
      CHECK_EQ (tls_where (), p);
      CHECK_EQ (aligned.a[i], n + i);
      CHECK_EQ (text[4999], me + 1);
    }
  CHECK_EQ (GetCurrentThreadId (), threads[me]);
  rt_unlockosthread ();
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

/* Growable code on a thread that Windows made.  */
static unsigned long
thread (void *unused)
{
  (void) unused;
  initial ();
  return tls_add (3);
}

int
main (void)
{
  unsigned long code = 0;
  void *handle;

  CHECK_EQ (rt_waitgroup_add (&ready, 2), 0);
  CHECK_EQ (rt_waitgroup_add (&done, 2), 0);
  for (uintptr_t i = 0; i < 2; i++)
    CHECK_EQ (rt_go (bound, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  handle = CreateThread (NULL, 0, thread, NULL, 0, NULL);
  CHECK_EQ (WaitForSingleObject (handle, 10000), 0);
  CHECK (GetExitCodeThread (handle, &code));
  CHECK_EQ (code, 10);
  CloseHandle (handle);
  CHECK_EQ (tls_astray, 0);
  return 0;
}
