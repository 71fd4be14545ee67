/* The DLL of syscall-1.cc.  */

extern "C"
{
__declspec (dllimport) void Sleep (unsigned long);
__declspec (dllexport) int throws (int n, const volatile int *turns);
}

/* Gives back N + 1, or throws N if that is 10 or more.  With TURNS it waits
   for somebody who counts there meanwhile; without one N is 0.  */
int
throws (int n, const volatile int *turns)
{
  int before = turns ? *turns : 0;

  for (int i = 0; turns && *turns == before; i++)
    if (i < 1000)
      Sleep (10);
    else
      return 1;
  if (n >= 10)
    throw n;
  return n + 1;
}
