/* The functions of calls-dll.c in growable code.  */
#include "calls-dll.c"
