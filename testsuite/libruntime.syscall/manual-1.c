/* A call by address gives result and error in one piece.  */

#include <rt.h>
#include <stdio.h>

int
main (void)
{
  struct rt_result r;
  void *kernel32, *muldiv, *attributes;

  if (rt_loadsystemlibrary ((const uint16_t *) L"kernel32.dll", &kernel32)
        != 0
      || rt_getprocaddress (kernel32, "MulDiv", &muldiv) != 0
      || rt_getprocaddress (kernel32, "GetFileAttributesA", &attributes)
           != 0)
    return 1;

  r = rt_syscall (muldiv, 3, 6, 35, 5);
  printf ("MulDiv: %d\n", (int) r.r1);

  r = rt_syscall (attributes, 1, (uintptr_t) "no such file", 0, 0);
  printf ("GetFileAttributesA: %d, error %u\n", (int) r.r1, r.err);
  return 0;
}

/* { dg-do run } */
/* { dg-match "MulDiv: 42\n" } */
/* { dg-match "GetFileAttributesA: -1, error 2\n" } */
