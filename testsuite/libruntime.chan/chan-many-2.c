/* As chan-many-1, on four p's.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */

#include "chan-many-1.c"
