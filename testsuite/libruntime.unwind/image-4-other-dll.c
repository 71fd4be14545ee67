/* The same with a larger frame.  */

#define ZEROS 0, 0, 0, 0, 0, 0, 0
#define PARAMETERS int b, int c, int d, int e, int f, int g, int h

#include "image-4-dll.c"
