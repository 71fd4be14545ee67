/* A stack whose frames are of the program and of a growable DLL, by turns,
   moves, and nothing of it is chained: both images' marks are known.  The
   DLL's go when it does, and come again.  */
/* { dg-do run } */
/* { dg-growable-dll "image-1-dll.c" } */

#include "rt-test.h"
#include "rt.h"

static int (*dll_deep) (int, int (*) (int, volatile int *), volatile int *);

static int
exe_deep (int n, volatile int *up)
{
  volatile int here = *up + n;
  int result = n > 0 ? dll_deep (n - 1, exe_deep, &here) + 1 : 0;

  *up += 1;
  return result;
}

static void
once (void *done)
{
  struct rt_stackinfo before, after;
  volatile int x = 0;

  CHECK_EQ (rt_stackinfo (&before), 0);
  CHECK_EQ (exe_deep (500, &x), 500);
  CHECK_EQ (x, 1);
  CHECK_EQ (rt_stackinfo (&after), 0);
  CHECK (after.moves > before.moves);
  CHECK_EQ (after.chains, before.chains);
  CHECK_EQ (rt_waitgroup_done (done), 0);
}

int
main (void)
{
  static struct rt_waitgroup done;

  for (int i = 0; i < 30; i++)
    {
      void *dll = LoadLibraryA ("image-1-dll.dll");

      CHECK (dll != NULL);
      dll_deep = (int (*) (int, int (*) (int, volatile int *),
                           volatile int *)) GetProcAddress (dll, "dll_deep");
      CHECK_EQ (rt_waitgroup_add (&done, 1), 0);
      CHECK_EQ (rt_go (once, &done), 0);
      CHECK_EQ (rt_waitgroup_wait (&done), 0);
      CHECK (FreeLibrary (dll));
    }
  return 0;
}
