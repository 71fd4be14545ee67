/* Calls back with integers of every width and sign.  */

#include "rt-test.h"

/* A callback gets A, in a register or on the stack with dirt above it, and
   returns -A, at which we look in the same width.  */
#define INTEGER(name, type)                                             \
  __declspec (dllexport) int                                            \
  name (type (*f) (type, int, int, type, type, type), type a)           \
  {                                                                     \
    return f (a, 1, 2, a, a, a) == (type) -a;                           \
  }
INTEGER (do_int8, int8_t)
INTEGER (do_uint8, uint8_t)
INTEGER (do_int16, int16_t)
INTEGER (do_uint16, uint16_t)
INTEGER (do_int32, int32_t)
INTEGER (do_uint32, uint32_t)
INTEGER (do_int64, int64_t)
INTEGER (do_uint64, uint64_t)

__declspec (dllexport) int
do_pointer (void *(*f) (void *, void *), void *a)
{
  return f (a, NULL) == (char *) a + 1;
}

__declspec (dllexport) int
do_void (void (*f) (int *, int), int a)
{
  int r = 0;

  f (&r, a);
  return r == a;
}

__declspec (dllexport) int
do_none (int (*f) (void))
{
  return f () == 4711;
}
