/* A fault in a DLL, called by a goroutine, finds the DLL's own handler.  */
/* { dg-do run } */
/* { dg-dll "fault-plain-1-dll.c" } */

#include "rt-test.h"
#include "rt.h"

int
main (void)
{
  const char *dll = "fault-plain-1-dll.dll";
  void *probe = test_proc (dll, "probe");
  int (*probe_directly) (const int *) = (int (*) (const int *)) probe;
  int (*handled) (void) = (int (*) (void)) test_proc (dll, "handled");
  volatile int here = 17;

  CHECK_EQ ((int) rt_syscall (probe, 1, (uintptr_t) &here, 0, 0).r1, 17);
  CHECK_EQ (handled (), 0);
  CHECK_EQ ((int) rt_syscall (probe, 1, 16, 0, 0).r1, -5);
  CHECK_EQ (handled (), 1);
  CHECK_EQ (probe_directly ((const int *) 24), -5);
  CHECK_EQ (handled (), 2);
  return 0;
}
