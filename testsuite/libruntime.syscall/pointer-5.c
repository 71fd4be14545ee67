/* The same calls as in direct-1.c through pointers to growable functions in
   a DLL, and to their import thunks.  */
/* { dg-do run } */
/* { dg-growable-dll "direct-5-dll.c" "link" } */

#include "calls.h"

#define DIRECT(f)                                                       \
  ({                                                                    \
    static int turn;                                                    \
    __typeof__ (&f) volatile p = f;                                     \
    if (turn++ % 2)                                                     \
      p = (__typeof__ (&f)) (uintptr_t)                                 \
          test_proc ("direct-5-dll.dll", #f);                           \
    p;                                                                  \
  })
#include "direct.h"

int
main (void)
{
  direct_all ();
  on_fresh (direct_fresh, NULL);
  return 0;
}
