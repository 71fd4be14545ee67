/* The plain main.  */

#include "rt-test.h"
#include "rt.h"

int first (void *arg);

int
main (void)
{
  static int status = 42;

  CHECK (rt_self () == NULL);
  rt_start (first, &status);
}
