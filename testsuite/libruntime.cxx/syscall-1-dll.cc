/* The DLL of syscall-1.cc.  */

extern "C" __declspec (dllexport) int throws (int n);

int
throws (int n)
{
  if (n >= 10)
    throw n;
  return n + 1;
}
