/* Calls back with 1 to 12 and with 64 arguments.  */

#include "rt-test.h"

typedef uintptr_t u;

#define A(i) ((i) * (u) 0x1000000001)
#define A4(i) A (i), A (i + 1), A (i + 2), A (i + 3)
#define A16(i) A4 (i), A4 (i + 4), A4 (i + 8), A4 (i + 12)

__declspec (dllexport) u call0 (u (*f) (void)) { return f (); }
__declspec (dllexport) u call1 (u (*f) (u)) { return f (A (1)); }
__declspec (dllexport) u call2 (u (*f) (u, u)) { return f (A (1), A (2)); }

__declspec (dllexport) u
call3 (u (*f) (u, u, u))
{
  return f (A (1), A (2), A (3));
}

__declspec (dllexport) u
call4 (u (*f) (u, u, u, u))
{
  return f (A4 (1));
}

__declspec (dllexport) u
call5 (u (*f) (u, u, u, u, u))
{
  return f (A4 (1), A (5));
}

__declspec (dllexport) u
call6 (u (*f) (u, u, u, u, u, u))
{
  return f (A4 (1), A (5), A (6));
}

__declspec (dllexport) u
call7 (u (*f) (u, u, u, u, u, u, u))
{
  return f (A4 (1), A (5), A (6), A (7));
}

__declspec (dllexport) u
call8 (u (*f) (u, u, u, u, u, u, u, u))
{
  return f (A4 (1), A4 (5));
}

__declspec (dllexport) u
call9 (u (*f) (u, u, u, u, u, u, u, u, u))
{
  return f (A4 (1), A4 (5), A (9));
}

__declspec (dllexport) u
call10 (u (*f) (u, u, u, u, u, u, u, u, u, u))
{
  return f (A4 (1), A4 (5), A (9), A (10));
}

__declspec (dllexport) u
call11 (u (*f) (u, u, u, u, u, u, u, u, u, u, u))
{
  return f (A4 (1), A4 (5), A (9), A (10), A (11));
}

__declspec (dllexport) u
call12 (u (*f) (u, u, u, u, u, u, u, u, u, u, u, u))
{
  return f (A4 (1), A4 (5), A4 (9));
}

/* The callee is variadic, which on Win64 is called like any other.  */
__declspec (dllexport) u
call64 (u (*f) (u, ...))
{
  return f (A16 (1), A16 (17), A16 (33), A16 (49));
}
