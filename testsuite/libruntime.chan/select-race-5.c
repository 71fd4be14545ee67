/* As select-race-2, on four p's.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */

#include "select-race-2.c"
