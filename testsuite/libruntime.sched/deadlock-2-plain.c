/* A thread that the runtime knows nothing of readies G after a while.  */

#include "rt-test.h"
#include "rt.h"

void *start_thread (struct rt_g *g);

static unsigned long
thread_main (void *g)
{
  Sleep (300);
  CHECK_EQ (rt_ready (g), 0);
  return 0;
}

void *
start_thread (struct rt_g *g)
{
  return CreateThread (NULL, 0, thread_main, g, 0, NULL);
}
