/* As waitgroup-1, on one p.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "waitgroup-1.c"
