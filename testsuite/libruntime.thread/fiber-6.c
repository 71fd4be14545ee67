/* A goroutine cannot leave a callback on another fiber than its call's by
   rt_throw: the process ends with a clear message.  */
/* { dg-do run } */
/* { dg-plain-sources "fiber-plain.c" } */
/* { dg-should-fail 3 } */
/* { dg-match "fatal error: a callback on another fiber" } */

#include "rt-test.h"
#include "rt.h"
#include "fiber.h"

static void *callback;

static int
called_back (int n)
{
  rt_throw (n);
  return n;
}

static void
try_it (void *arg)
{
  (void) arg;
  on_fiber ((int (*) (int)) callback, 3);
}

int
main (void)
{
  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  CHECK_EQ (rt_try (try_it, NULL, NULL), RT_ETHROWN);
  return 0;
}
