/* As mutex-1, on one p.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=1" } */

#include "mutex-1.c"
