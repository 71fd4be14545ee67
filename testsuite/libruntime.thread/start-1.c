/* Threads that begin in TLS callbacks and constructors run growable code and
   call back while main is starting, before it and beside it.  */
/* { dg-do run } */
/* { dg-plain-sources "start-1-plain.c" } */

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"
#include "start.h"

static int called, in_constructor;

int
growable (int n)
{
  CHECK_EQ (descend (30), 30);
  return n + 1;
}

static int
called_back (int n)
{
  CHECK_EQ (descend (300), 300);
  rt_gosched ();
  __atomic_fetch_add (&called, 1, __ATOMIC_RELAXED);
  return n + 2;
}

static void __attribute__ ((constructor))
construct (void)
{
  void *callback;
  int i;

  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  for (i = 0; i < 10; i++)
    start_with ((int (*) (int)) callback, i);
  /* Some are through before there is a main.  */
  while (threads_ended () < 3)
    Sleep (0);
  in_constructor = threads_ended ();
}

int
main (void)
{
  CHECK (in_constructor >= 3);
  while (threads_ended () < 12)
    rt_sleep (MS);
  CHECK_EQ (called, 12);
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  return 0;
}
