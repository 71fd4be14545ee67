/* The stack protector, frame pointers and debug information change
   nothing.  */
/* { dg-do run } */
/* { dg-options "-fstack-protector-all -fno-omit-frame-pointer -g -static -Wno-psabi" } */
/* { dg-skip "dll" "libssp would be a DLL, too" } */

#include "options-1.h"
