/* A fault in a callback on a foreign thread is reported like any other, with
   status 2.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: access violation writing 0x20 at pc" } */
/* { dg-match "\n  called_back\\+0x" } */

#include "rt-test.h"
#include "rt.h"

static unsigned long
called_back (void *arg)
{
  *(volatile int *) arg = 1;
  return 0;
}

int
main (void)
{
  void *callback, *thread;

  CHECK_EQ (rt_callback_new (called_back, "I(p)", &callback), 0);
  thread = CreateThread (NULL, 0,
                         (unsigned long (*) (void *)) (uintptr_t) callback,
                         (void *) 0x20, 0, NULL);
  WaitForSingleObject (thread, 30000);
  return 0;
}
