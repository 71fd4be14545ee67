/* Growable; comes where it was before.  */

__declspec (dllexport) int
dll_down (int n)
{
  volatile int here = n;

  return n > 0 ? dll_down (n - 1) + (here == n) : 0;
}
