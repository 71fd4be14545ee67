/* A growable DLL.  */

#include "plugin-test.h"

typedef int step (int depth, int *sum);

__declspec (dllexport) int dll_data = 7;
static step *other;

/* In turns with OTHER, each with a local of its own on the way.  */
__declspec (dllexport) int
dll_step (int depth, int *sum)
{
  int local = depth;
  int *volatile p = &local;
  int r = depth == 0 ? deep (10) : other (depth - 1, &local);

  *sum += *p - depth + 1;
  return r;
}

__declspec (dllexport) step *
dll_exchange (step *function)
{
  other = function;
  return dll_step;
}

struct big
{
  int n[9];
};

__declspec (dllexport) struct big
dll_struct (struct big a, int n)
{
  deep (10);
  a.n[n] += n;
  return a;
}

static void __attribute__ ((constructor))
start (void)
{
  dll_data += deep (30);
}
