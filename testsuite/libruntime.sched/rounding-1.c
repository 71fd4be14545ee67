/* A goroutine begins with the usual rounding mode and x87 control word,
   whatever ran on its thread before; a parked one keeps its own.  */
/* { dg-do run } */

#include <fenv.h>

#include "rt-test.h"
#include "rt.h"

static struct rt_waitgroup done;

static void
change (void *arg)
{
  (void) arg;
  CHECK_EQ (fesetround (FE_UPWARD), 0);
  rt_sleep (20000000);
  CHECK_EQ (fegetround (), FE_UPWARD);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static void
look (void *arg)
{
  unsigned short word;

  (void) arg;
  __asm__ volatile ("fnstcw %0" : "=m" (word));
  CHECK_EQ (word, 0x37f);
  CHECK_EQ (fegetround (), FE_TONEAREST);
  rt_gosched ();
  CHECK_EQ (fegetround (), FE_TONEAREST);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  int i;

  CHECK_EQ (rt_waitgroup_add (&done, 44), 0);
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_go (change, NULL), 0);
  rt_sleep (5000000);
  for (i = 0; i < 40; i++)
    CHECK_EQ (rt_go (look, NULL), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  CHECK_EQ (fegetround (), FE_TONEAREST);
  return 0;
}
