/* The TEB's stack bounds, its guarantee, its list of handlers and its
   ArbitraryUserPointer are the thread's own in all plain code: in calls and
   callbacks, after goroutines have left these, at a thread's end, in exit, and
   when DLLs are told.  A vectored handler on a control stack finds the bounds
   unchanged.  */
/* { dg-do run } */
/* { dg-dll "teb-1-dll.c" "link" } */
/* { dg-should-fail 5 } */
/* { dg-match "^in exit, 0 checks failed$" } */
/* { dg-match "^the process's end, too$" } */

#include <stdio.h>

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"

#define IMPORT __declspec (dllimport)
IMPORT void look_at_teb (void);
IMPORT void own_teb (void);
IMPORT int looked (void);
IMPORT void watch_teb (void);
IMPORT int watched (void);
IMPORT uintptr_t exception_list (void);
IMPORT void call (void (*f) (void));
IMPORT void call_on_thread (void (*f) (void));
IMPORT void ExitThread (unsigned long) __attribute__ ((noreturn));

static void (*callback) (void);
static int depth;

static int NOINLINE
descend_looking (int n)
{
  volatile char buffer[100];

  buffer[0] = 1;
  if (n % 100 == 0)
    look_at_teb ();
  return n > 0 ? descend_looking (n - 1) + buffer[0] : 0;
}

static void
called_back (void)
{
  CHECK_EQ (descend_looking (200), 200);
  rt_gosched ();
  look_at_teb ();
  if (--depth > 0)
    call (callback);
}

static void
throws (void)
{
  look_at_teb ();
  rt_throw (1);
}

static void (*throw_callback) (void), (*exit_callback) (void);

static void
try_callback (void *arg)
{
  (void) arg;
  call (throw_callback);
}

static void
faults (void *arg)
{
  (void) arg;
  watch_teb ();
  *(volatile int *) 16 = 1;
}

static void
recover (const struct rt_fault *fault)
{
  (void) fault;
  look_at_teb ();
  rt_throw (2);
}

/* A thread ends in a callback.  */
static void
ends (void)
{
  look_at_teb ();
  ExitThread (0);
}

static void
goroutine (void *group)
{
  int i;

  rt_lockosthread ();
  for (i = 0; i < 10; i++)
    {
      uintptr_t value, list = exception_list ();

      own_teb ();
      depth = 3;
      call (callback);
      CHECK_EQ (rt_try (try_callback, NULL, &value), RT_ETHROWN);
      CHECK_EQ (exception_list (), list);
      look_at_teb ();
      CHECK_EQ (rt_try (faults, NULL, &value), RT_ETHROWN);
      CHECK_EQ (value, 2);
      CHECK_EQ (watched (), i + 1);
      look_at_teb ();
      depth = 2;
      call_on_thread (callback);
      call_on_thread (exit_callback);
    }
  rt_waitgroup_done (group);
  /* Its thread goes with it.  */
}

static void
in_exit (void)
{
  look_at_teb ();
  printf ("in exit, 0 checks failed\n");
  fflush (stdout);
}

static void *
make (void (*fn) (void))
{
  void *made;

  CHECK_EQ (rt_callback_new ((void *) fn, "v()", &made), 0);
  return made;
}

int
main (void)
{
  struct rt_waitgroup group = { 0 };

  CHECK_EQ (rt_fault_handler (recover), 0);
  callback = (void (*) (void)) make (called_back);
  throw_callback = (void (*) (void)) make (throws);
  exit_callback = (void (*) (void)) make (ends);
  CHECK_EQ (rt_waitgroup_add (&group, 1), 0);
  CHECK_EQ (rt_go (goroutine, &group), 0);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  CHECK (looked () > 200);
  atexit (in_exit);
  depth = 1;
  call (callback);
  exit (5);
}
