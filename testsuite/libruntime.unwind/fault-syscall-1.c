/* rt_syscall of a garbage address says so.  */
/* { dg-do run } */
/* { dg-should-fail 2 } */
/* { dg-match "libruntime: rt_syscall: 0x123456789000 is not the address of a function\n\ngoroutine 1 \\\[running\\\]:\n  main\\+0x" } */

#include "rt-test.h"
#include "rt.h"

int
main (void)
{
  struct rt_result r = rt_syscall ((void *) 0x123456789000, 5, 1, 2, 3);

  return (int) r.r1;
}
