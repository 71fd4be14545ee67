/* The thread of deadlock-1.c that libruntime does not know.  */

#include "rt-test.h"
#include "rt.h"

unsigned long wakes (void *g);

unsigned long
wakes (void *g)
{
  Sleep (600);
  CHECK_EQ (rt_ready (g), 0);
  return 0;
}
