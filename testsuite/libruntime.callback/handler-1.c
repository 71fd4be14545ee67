/* A callback that Windows calls at a fault in growable code, on the control
   stack, is a fatal error that says so.  */
/* { dg-do run } */
/* { dg-should-fail 3 } */
/* { dg-match "it cannot be an exception handler" } */
/* { dg-timeout 20 } */

#include "rt-test.h"
#include "rt.h"

__declspec (dllimport) void *AddVectoredExceptionHandler (unsigned long,
                                                          void *);

static int
handler (void *info)
{
  (void) info;
  return 0;
}

static volatile int *nowhere;

int
main (void)
{
  void *callback;

  CHECK_EQ (rt_callback_new ((void *) handler, "i(p)", &callback), 0);
  CHECK (AddVectoredExceptionHandler (1, callback) != NULL);
  return *nowhere;
}
