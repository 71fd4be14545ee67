/* The functions of calls-dll.c in plain code.  */
#include "calls-dll.c"
