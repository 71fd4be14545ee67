/* A thread that lives a while and wakes nobody.  */

#include "rt-test.h"

void start_thread (void);

static unsigned long
thread_main (void *arg)
{
  (void) arg;
  Sleep (300);
  return 0;
}

void
start_thread (void)
{
  CHECK (CloseHandle (CreateThread (NULL, 0, thread_main, NULL, 0, NULL)));
}
