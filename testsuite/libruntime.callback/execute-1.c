/* Callbacks, goroutines and growth make no memory executable: hosts that
   forbid code at run time (ACG) load us.  */
/* { dg-do run } */

#include <windows.h>

#include "cb-test.h"

#define CALLBACKS 1000
#define EXECUTE                                                         \
  (PAGE_EXECUTE | PAGE_EXECUTE_READ | PAGE_EXECUTE_READWRITE            \
   | PAGE_EXECUTE_WRITECOPY)

/* Bytes of memory that can be executed, of which *WRITABLE can be written.  */
static size_t
executable (size_t *writable)
{
  MEMORY_BASIC_INFORMATION info;
  size_t all = 0;

  *writable = 0;
  for (char *p = NULL; VirtualQuery (p, &info, sizeof info) == sizeof info;
       p += info.RegionSize)
    if (info.State == MEM_COMMIT && (info.Protect & EXECUTE) != 0)
      {
        all += info.RegionSize;
        if (info.Protect & (PAGE_EXECUTE_READWRITE | PAGE_EXECUTE_WRITECOPY))
          *writable += info.RegionSize;
      }
  return all;
}

static int
count (int n)
{
  return recurse (n) + 1;
}

static void
work (void *done)
{
  recurse (100);
  CHECK_EQ (rt_ready (done), 0);
}

int
main (void)
{
  int (*callback[CALLBACKS]) (int);
  size_t before, after, writable_before, writable_after;

  before = executable (&writable_before);
  CHECK (before != 0);
  for (int i = 0; i < CALLBACKS; i++)
    callback[i] = callback_new (count, "i(i)");
  for (int i = 0; i < CALLBACKS; i++)
    CHECK_EQ (callback[i] (i % 50), i % 50 + 1);
  CHECK_EQ (rt_go (work, rt_self ()), 0);
  CHECK_EQ (rt_park (), 0);
  after = executable (&writable_after);
  CHECK_EQ (after, before);
  CHECK_EQ (writable_after, writable_before);
  return 0;
}
