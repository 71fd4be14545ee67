/* A function that calls back.  */

__declspec (dllexport) int
call_back (int (*callback) (int), int n)
{
  return callback (n) + 1;
}
