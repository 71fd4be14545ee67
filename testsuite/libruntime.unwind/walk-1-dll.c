/* Calls back, one call deep.  */

int __declspec (dllexport) walk_call (int (*fn) (int), int n);

int
walk_call (int (*fn) (int), int n)
{
  return fn (n) + 1;
}
