/* The functions of calls-dll.c in a DLL of growable code.  */
#include "calls-dll.c"
