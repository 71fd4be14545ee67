/* Rubbish above narrow results of a DLL, and above narrow arguments and the
   results of callbacks, is nobody's: growable code sees what was meant, and
   rt_syscall all 64 bits.  */
/* { dg-do run } */
/* { dg-dll "rubbish-1-dll.c" "link" } */

#include <stdbool.h>

#include "rt-test.h"
#include "rt.h"

#define IMPORT __declspec (dllimport)
IMPORT int leaves_int (void);
IMPORT int leaves_zero (void);
IMPORT short leaves_short (void);
IMPORT signed char leaves_char (void);
IMPORT bool leaves_bool (void);
IMPORT float leaves_float (void);
IMPORT uint64_t call_with_rubbish (void *f);
#undef IMPORT

/* All 64 bits of what a narrow function left.  */
static int64_t
widened (int value)
{
  return value;
}

static int calls;

static int
called (int a, short b, signed char c, unsigned d, unsigned e,
        unsigned char f)
{
  calls++;
  CHECK_EQ (a, -16);
  CHECK_EQ (b, -15);
  CHECK_EQ (c, -14);
  CHECK_EQ ((int64_t) a + b + c, -45);
  CHECK_EQ (d, 3);
  CHECK_EQ ((uint64_t) d << 32, 3ull << 32);
  CHECK_EQ (e, 4);
  CHECK_EQ (f, 5);
  return -7;
}

int
main (void)
{
  __typeof__ (&leaves_int) volatile by_pointer = leaves_int;
  void *callback;

  CHECK_EQ (widened (leaves_int ()), -2);
  CHECK_EQ (widened (by_pointer ()), -2);
  CHECK (!leaves_zero ());
  CHECK_EQ (widened (leaves_short ()), -0x8000);
  CHECK_EQ (widened (leaves_char ()), -0x7f);
  CHECK_EQ (widened (leaves_bool ()), 1);
  CHECK (leaves_float () == 1.5f);
  CHECK_EQ (rt_syscall ((void *) leaves_int, 0, 0, 0, 0).r1,
            0xdeadbeeffffffffe);
  CHECK_EQ ((int) rt_syscall ((void *) leaves_int, 0, 0, 0, 0).r1, -2);
  CHECK_EQ (rt_cgocall ((uintptr_t (*) (void *)) leaves_zero, NULL),
            0xdeadbeef00000000);

  CHECK_EQ (rt_callback_new (called, "i(ihbIIB)", &callback), 0);
  CHECK_EQ ((int) call_with_rubbish (callback), -7);
  CHECK_EQ (calls, 1);
  return 0;
}
