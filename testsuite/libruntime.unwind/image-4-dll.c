/* Growable.  image-4-other-dll.c is the same with a larger frame: up to the
   address to which NEXT returns, the code does not depend on what is passed
   to SUM behind it, but has room for that.  */

#ifndef ZEROS
#define ZEROS 0
#define PARAMETERS int b
#endif

static int sum (int a, PARAMETERS);

int __declspec (dllexport) dll_down (int n, int (*next) (int));

int
dll_down (int n, int (*next) (int))
{
  return sum (next (n), ZEROS) + 1;
}

static int __attribute__ ((noipa))
sum (int a, PARAMETERS)
{
  return a + b;
}
