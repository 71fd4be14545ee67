/* More images than the list begins with room for come and go, in several
   orders, while other threads look for theirs.  */
/* { dg-do run } */
/* { dg-growable-dll "image-3-dll.c" } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "rt.h"

#define COPIES 20
#define GROWERS 4

static volatile int stop;
static struct rt_waitgroup growers;

static int
down (int n, volatile int *up)
{
  volatile int here = *up + n;
  int result = n > 0 ? down (n - 1, &here) + 1 : 0;

  *up += 1;
  return result;
}

/* Fresh goroutines, whose small stacks have to grow.  */
static void
grow (void *arg)
{
  volatile int x = 0;

  CHECK_EQ (down (300, &x), 300);
  if (stop)
    rt_waitgroup_done (arg);
  else
    CHECK_EQ (rt_go (grow, arg), 0);
}

static void
copy_name (char *name, int i)
{
  strcpy (name, "image-3-copy-aa.dll");
  name[13] = (char) ('a' + i / 26);
  name[14] = (char) ('a' + i % 26);
}

int
main (void)
{
  static HMODULE dlls[COPIES];
  char name[32];

  CHECK_EQ (rt_waitgroup_add (&growers, GROWERS), 0);
  for (int i = 0; i < GROWERS; i++)
    CHECK_EQ (rt_go (grow, &growers), 0);
  for (int i = 0; i < COPIES; i++)
    {
      copy_name (name, i);
      CHECK (CopyFileA ("image-3-dll.dll", name, FALSE));
    }
  for (int round = 0; round < 3; round++)
    {
      for (int i = 0; i < COPIES; i++)
        {
          copy_name (name, i);
          dlls[i] = LoadLibraryA (name);
          CHECK (dlls[i] != NULL);
        }
      for (int i = 0; i < COPIES; i++)
        {
          int at = round == 0 ? i : round == 1 ? COPIES - 1 - i
            : (i * 7 + 3) % COPIES;
          volatile int x = 0;
          int (*dll_down) (int, volatile int *)
            = (int (*) (int, volatile int *))
            GetProcAddress (dlls[at], "dll_down");

          CHECK_EQ (dll_down (200 * (round + 1), &x), 200 * (round + 1));
          CHECK (FreeLibrary (dlls[at]));
        }
    }
  stop = 1;
  CHECK_EQ (rt_waitgroup_wait (&growers), 0);
  for (int i = 0; i < COPIES; i++)
    {
      copy_name (name, i);
      CHECK (DeleteFileA (name));
    }
  return 0;
}
