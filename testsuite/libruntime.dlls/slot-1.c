/* A call by a thunk goes to a growable DLL as long as it is there, on the
   control stack, and elsewhere when it has gone and the thunk's word with it,
   as with an import that is delayed, unloaded and loaded again.  */
/* { dg-do run } */
/* { dg-plain-sources "slot-1-plain.c" } */
/* { dg-growable-dll "slot-1-dll.c" "" "-Wl,--image-base=0x6f2000000,--disable-dynamicbase" } */

#include "rt-test.h"
#include "rt.h"

int absent (int n);
int by_thunk (int n);

int (*volatile thunk_word) (int) __asm__ ("thunk_word") = absent;

__asm__ (".text\n"
         "by_thunk:\n"
         "\tjmp\t*thunk_word(%rip)\n");

int
main (void)
{
  int (*dll_down) (int)
      = (int (*) (int)) test_proc ("slot-1-dll.dll", "dll_down");

  CHECK_EQ (by_thunk (5), -5);
  for (int i = 1; i <= 3; i++)
    {
      struct rt_stackinfo before, after;
      void *dll = GetModuleHandleA ("slot-1-dll.dll");

      CHECK (FreeLibrary (dll));
      CHECK (GetModuleHandleA ("slot-1-dll.dll") == NULL);
      thunk_word = dll_down;
      CHECK_EQ ((void *) dll_down, test_proc ("slot-1-dll.dll", "dll_down"));
      CHECK_EQ (rt_stackinfo (&before), 0);
      CHECK_EQ (by_thunk (i * 1000), i * 1000);
      CHECK_EQ (rt_stackinfo (&after), 0);
      CHECK (after.moves > before.moves);
      CHECK_EQ (after.chains, 0);
      thunk_word = absent;
      CHECK (FreeLibrary (dll));
      CHECK_EQ (by_thunk (5), -5);
      test_proc ("slot-1-dll.dll", "dll_down");
    }
  return 0;
}
