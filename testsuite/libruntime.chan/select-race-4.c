/* As select-race-1, on one p.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "select-race-1.c"
