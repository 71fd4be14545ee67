/* A DLL unmasks exceptions of both units: what growable code does then goes
   to the fault handler, as often as it happens, also in the middle of an
   expression, and the goroutine is whole afterwards.  */
/* { dg-do run } */
/* { dg-dll "float-dll.c" "link" } */

#include "float-test.h"

#define DIVIDE_BY_ZERO 0xc000008eu /* EXCEPTION_FLT_DIVIDE_BY_ZERO */
#define MULTIPLE 0xc00002b4u       /* STATUS_FLOAT_MULTIPLE_FAULTS */
#define ACCESS_VIOLATION 0xc0000005u

static volatile double zero, one = 1, quotient;
static volatile long double long_zero, long_one = 1, long_quotient, third,
    three = 3;
static int *volatile nowhere;

static void
handler (const struct rt_fault *fault)
{
  /* Here nothing is unmasked, and all eight registers are free.  */
  quotient = one / zero;
  long_quotient = long_one / long_zero;
  __asm__ volatile ("fld1\n\tfld1\n\tfld1\n\tfld1\n\tfld1\n\tfld1\n\tfld1\n\t"
                    "fld1\n\tfcompp\n\tfcompp\n\tfcompp\n\tfcompp");
  CHECK ((flags () & 0x40) == 0);
  clear_flags ();
  rt_throw (fault->code);
}

static void
divides (void *arg)
{
  (void) arg;
  quotient = one / zero;
}

static void
divides_long (void *arg)
{
  (void) arg;
  long_quotient = long_one / long_zero;
  long_quotient = long_one; /* The x87 tells at its next instruction.  */
}

/* Three numbers are in registers.  */
static void
faults (void *arg)
{
  int value;

  (void) arg;
  __asm__ volatile ("fld1\n\tfld1\n\tfld1\n\tmovl (%1), %0" : "=r" (value)
                    : "r" (nowhere));
}

static void
hostile (void *arg)
{
  uintptr_t value = 0;
  int i;

  (void) arg;
  for (i = 0; i < 30; i++)
    {
      set_control (MXCSR & ~(ZERO_DIVIDE << 7), FCW & ~ZERO_DIVIDE);
      CHECK_EQ (rt_try (divides, NULL, &value), RT_ETHROWN);
      CHECK (value == DIVIDE_BY_ZERO || value == MULTIPLE);
      CHECK_EQ (mxcsr (), MXCSR & ~(ZERO_DIVIDE << 7));
      CHECK_EQ (rt_try (divides_long, NULL, &value), RT_ETHROWN);
      CHECK_EQ (value, DIVIDE_BY_ZERO);
      CHECK_EQ (fcw (), FCW & ~ZERO_DIVIDE);
      set_control (MXCSR, FCW);
      CHECK_EQ (rt_try (faults, NULL, &value), RT_ETHROWN);
      CHECK_EQ (value, ACCESS_VIOLATION);
      CHECK (long_one / three == third);
      whole ();
    }
}

int
main (void)
{
  third = long_one / three;
  CHECK_EQ (rt_fault_handler (handler), 0);
  hostile (NULL);
  on_fresh (hostile, NULL);
  return 0;
}
