/* As park-race-1, on one p.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "park-race-1.c"
