/* 100,000 threads that end in each way leave no handle, no m and no memory
   behind.  */
/* { dg-do run } */
/* { dg-plain-sources "ends-plain.c" } */
/* { dg-timeout 900 } */
/* { dg-skip "-O0 dll movestack" "it takes minutes" } */

#define THREADS 100000
/* The m's alone of one kind would be 14 MB.  */
#define SIZE    20000
#define MEMORY  ((size_t) 8 << 20)
#include "ends-1.c"
