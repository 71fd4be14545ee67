/* When Windows does not say how many threads there are, a process is not
   taken for dead: one that nobody knows wakes it.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */
/* { dg-plain-sources "deadlock-1-plain.c" } */

#include "../libruntime.stack/stack-test.h"
#include "inject.h"

unsigned long wakes (void *g);

int
main (void)
{
  rt_sleep (MS); /* All threads of the runtime have begun.  */
  inject ("TlsSetValue", 1, 1);
  CHECK (CreateThread (NULL, 0, wakes, rt_self (), 0, NULL) != NULL);
  while (!injected ())
    Sleep (1);
  inject ("CreateToolhelp32Snapshot", 1, 1000000000);
  CHECK_EQ (rt_park (), 0);
  CHECK (injected () > 0);
  return 0;
}
