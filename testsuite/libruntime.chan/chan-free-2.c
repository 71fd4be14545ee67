/* As chan-free-1, on one p.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "chan-free-1.c"
