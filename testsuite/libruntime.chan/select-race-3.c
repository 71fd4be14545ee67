/* As select-race-1, on four p's.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */

#include "select-race-1.c"
