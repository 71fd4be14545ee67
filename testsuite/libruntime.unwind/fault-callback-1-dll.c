/* Calls back.  */

int __declspec (dllexport) call_back (int (*fn) (int), int n);

int
call_back (int (*fn) (int), int n)
{
  return fn (n) + 1;
}
