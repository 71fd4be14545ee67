/* With -loop-checks, which with movestack calls the runtime in each round of
   each loop, all means what it did.  */
/* { dg-do run } */
/* { dg-options "-fplugin-arg-growstack-loop-checks -ftree-vectorize -Wno-psabi" } */

#include "options-1.h"
