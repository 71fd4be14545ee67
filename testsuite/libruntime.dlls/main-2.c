/* Likewise in a growable program, whose goroutine loads the DLL.  */
/* { dg-do run } */
/* { dg-plain-sources "main-1-plain.c" } */
/* { dg-growable-dll "main-1-dll.c" } */
/* { dg-timeout 30 } */

#include "main-1.c"
