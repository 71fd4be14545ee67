/* A fault in a DLL that nobody handles is none of ours: the process ends as
   Windows has it, with the exception's code.  */
/* { dg-do run } */
/* { dg-dll "fault-plain-2-dll.c" } */
/* { dg-should-fail 5 } */
/* { dg-match "before" } */
/* { dg-no-match "libruntime: " } */

#include <stdio.h>

#include "rt-test.h"
#include "rt.h"

int
main (void)
{
  void *crash = test_proc ("fault-plain-2-dll.dll", "crash");

  puts ("before");
  fflush (stdout);
  return (int) rt_syscall (crash, 1, 16, 0, 0).r1;
}
