/* -pg: the profiler's function runs before each check.  */
/* { dg-do run } */
/* { dg-options "-pg -Wno-psabi" } */

#include "options-1.h"
