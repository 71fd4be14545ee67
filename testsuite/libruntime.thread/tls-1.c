/* With a TLS index over 63, in the TEB's expansion array: goroutines, growth,
   calls, callbacks, faults, data stacks, on threads of ours and of others,
   which have no such array at first.  */
/* { dg-do run } */
/* { dg-dll "tls-1-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=3" } */

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"

__declspec (dllimport) int last_slot (void);
__declspec (dllimport) int on_thread (int (*f) (int));

static int
called_back (int n)
{
  CHECK_EQ (descend (300), 300);
  rt_gosched ();
  return n + 1;
}

static int
direct (int n)
{
  CHECK_EQ (rt_numgoroutine () > 0, 1);
  return descend (100) + n;
}

static void
recover (const struct rt_fault *fault)
{
  CHECK_EQ (fault->code, 0xc0000005);
  rt_throw (7);
}

static void
fault (void *arg)
{
  (void) arg;
  CHECK_EQ (descend (50), 50);
  *(volatile int *) 16 = 1;
}

static int (*callback) (int);

static void
goroutine (void *arg)
{
  uintptr_t value = 0;
  int i;

  for (i = 0; i < 20; i++)
    {
      CHECK_EQ (descend (20 * i), 20 * i);
      SetLastError (i);
      Sleep (0);
      rt_gosched ();
      CHECK_EQ (rt_try (fault, NULL, &value), RT_ETHROWN);
      CHECK_EQ (value, 7);
      CHECK_EQ (on_thread (direct), 105);
      CHECK_EQ (on_thread (callback), 6);
    }
  rt_waitgroup_done (arg);
}

int
main (void)
{
  struct rt_waitgroup group = { 0 };
  void *stub;
  int i;

  CHECK (last_slot () >= 64);
  CHECK_EQ (rt_fault_handler (recover), 0);
  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &stub), 0);
  callback = (int (*) (int)) stub;
  CHECK_EQ (rt_waitgroup_add (&group, 4), 0);
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_go (goroutine, &group), 0);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  return 0;
}
