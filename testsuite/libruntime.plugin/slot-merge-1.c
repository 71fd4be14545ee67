/* Calls by one slot are the same to the compiler, which merges them.  */
/* { dg-do run } */
/* { dg-options "-fno-tree-tail-merge" } */
/* { dg-skip "-O0 -O1" "nothing is merged" } */

#include <windows.h>
#include <stdlib.h>

#include "rt-test.h"

static volatile int sink, other;

static __attribute__ ((noinline, noclone)) int
call (int n)
{
  if (n == 1)
    {
      sink = 3;
      other = 1;
      other = 2;
      other = 3;
      srand (5);
      return 7;
    }
  if (n == 2)
    {
      sink = 5;
      other = 1;
      other = 2;
      other = 3;
      srand (5);
      return 7;
    }
  sink = 9;
  other = 1;
  other = 2;
  other = 3;
  srand (5);
  return 7;
}

int
main (void)
{
  DWORD64 base;
  RUNTIME_FUNCTION *fn = RtlLookupFunctionEntry ((DWORD64) call, &base, NULL);
  unsigned int calls = 0;

  CHECK (fn);
  for (DWORD at = fn->BeginAddress; at + 1 < fn->EndAddress; at++)
    {
      const unsigned char *code = (const unsigned char *) base + at;

      /* call *slot(%rip), or a jump.  */
      calls += code[0] == 0xff && (code[1] == 0x15 || code[1] == 0x25);
    }
  CHECK_EQ (calls, 1);
  CHECK_EQ (call (1) + call (2) + call (3), 21);
  return 0;
}
