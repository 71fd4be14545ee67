/* Likewise on a thread that the runtime has never seen, which is the one that
   ends the process.  */
/* { dg-do run } */
/* { dg-dll "detach-1-dll.c" } */
/* { dg-env "RT_MAXPROCS=4" } */
/* { dg-args "elsewhere" } */
/* { dg-should-fail 3 } */
/* { dg-match "^the end: 14 checks, 3000 deep, nested 7$" } */
/* { dg-timeout 20 } */

#include "detach-1.c"
