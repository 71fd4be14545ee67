/* A direct call of an imported growable function stays on the control stack,
   declared as an import or not.  */
/* { dg-do run } */
/* { dg-growable-dll "image-2-dll.c" "link" } */

#include "rt-test.h"
#include "rt.h"

int __declspec (dllimport) dll_down (int n, volatile int *up);
int by_thunk (int n, volatile int *up) __asm__ ("dll_down");

int
main (void)
{
  struct rt_stackinfo before, after;
  volatile int x = 0;

  CHECK_EQ (rt_stackinfo (&before), 0);
  CHECK_EQ (dll_down (400, &x), 400);
  CHECK_EQ (rt_stackinfo (&after), 0);
  CHECK (after.moves > before.moves);
  CHECK_EQ (by_thunk (4000, &x), 4000);
  CHECK_EQ (rt_stackinfo (&before), 0);
  CHECK (before.moves > after.moves);
  CHECK_EQ (before.chains, 0);
  CHECK_EQ (x, 2);
  return 0;
}
