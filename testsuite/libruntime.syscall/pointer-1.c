/* The same calls as in direct-1.c through pointers to DLL functions.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" } */

#include "calls.h"

/* As GetProcAddress finds it.  */
#define DIRECT(f)                                                       \
  ((__typeof__ (&f)) (uintptr_t) test_proc ("calls-dll.dll", #f))
#include "direct.h"

int
main (void)
{
  direct_all ();
  on_fresh (direct_fresh, NULL);
  return 0;
}
