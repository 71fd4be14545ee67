/* A plain main starts the runtime by rt_start, whose function's result is
   the process's exit status.  */
/* { dg-do run } */
/* { dg-plain-sources "start-1-plain.c" } */
/* { dg-should-fail 42 } */
/* { dg-match "first goroutine" } */

#include <stdio.h>

#include "rt-test.h"
#include "rt.h"

int first (void *arg);

int
first (void *arg)
{
  CHECK (rt_self () != NULL);
  printf ("first goroutine\n");
  return *(int *) arg;
}
