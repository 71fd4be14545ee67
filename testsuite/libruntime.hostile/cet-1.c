/* In a process with shadow stacks the first goroutine is a fatal error, and
   says so; what is for the event log only does no harm.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */
/* { dg-skip "movestack" "the children run no goroutine" } */

#include "child.h"

#include "inject.h"

int
main (int argc, char **argv)
{
  struct child child;

  (void) argv;
  CHECK_EQ (injected (), 0); /* Or the DLL would not be imported.  */
  if (argc > 1)
    ExitProcess (77);
  run_child ("child", "INJECT", "GetProcessMitigationPolicy:1:1", 0, &child);
  CHECK_EQ (child.status, 3);
  CHECK (strstr (child.output, "libruntime: fatal error: goroutines cannot run"
                               " in this process: it has shadow stacks (CET,")
         == child.output);
  run_child ("child", "INJECT", "GetProcessMitigationPolicy:2:1", 0, &child);
  CHECK_EQ (child.status, 77);
  run_child ("child", "INJECT", NULL, 0, &child);
  CHECK_EQ (child.status, 77);
  return 0;
}
