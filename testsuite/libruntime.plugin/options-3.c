/* AVX2 code: vectors over calls, in locals, arguments and spills.  */
/* { dg-do run } */
/* { dg-options "-mavx2 -Wno-psabi" } */

#define OPTIONS_CPU "avx2"
#include "options-1.h"
