/* Growable, loaded many times over.  */

int __declspec (dllexport) dll_down (int n, volatile int *up);

int
dll_down (int n, volatile int *up)
{
  volatile int here = *up + n;
  int result = n > 0 ? dll_down (n - 1, &here) + 1 : 0;

  *up += 1;
  return result;
}
