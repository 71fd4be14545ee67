/* Control words that a constructor sets are main's, as without libruntime;
   other goroutines begin with those of a new thread.  */
/* { dg-do run } */
/* { dg-dll "float-dll.c" "link" } */

#include "float-test.h"

#define UP (MXCSR | 2u << 13)
#define DOUBLE 0x27fu /* As CRT_fp8.o sets it.  */

static void __attribute__ ((constructor))
construct (void)
{
  set_control (UP, DOUBLE);
}

static void
fresh (void *arg)
{
  (void) arg;
  CHECK_EQ (mxcsr (), MXCSR);
  CHECK_EQ (fcw (), FCW);
}

int
main (void)
{
  CHECK_EQ (mxcsr (), UP);
  CHECK_EQ (fcw (), DOUBLE);
  on_fresh (fresh, NULL);
  CHECK_EQ (mxcsr (), UP);
  CHECK_EQ (fcw (), DOUBLE);
  return 0;
}
