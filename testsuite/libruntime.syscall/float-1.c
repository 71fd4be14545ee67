/* rt_syscall passes floats and doubles in every position, and r2 is a float
   or double result.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" } */

#include "syscall-test.h"

static void
positions (void)
{
  static const char *const names[]
    = { "double1", "double2", "double3", "double4", "double5", "double6" };
  uintptr_t i, k, args[6];
  double x = -1234.0625;

  for (i = 0; i < 6; i++)
    {
      uintptr_t weight = 1;
      double want = x * 64;
      struct rt_result r;

      for (k = 0; k < 6; k++)
        if (k == i)
          args[k] = double_bits (x);
        else
          {
            args[k] = (uintptr_t) (k * 3 - 5);
            want += (double) (int64_t) args[k] * (double) weight;
            weight *= 2;
          }
      r = rt_syscalln (test_proc ("calls-dll.dll", names[i]), 6, args);
      CHECK_EQ_DOUBLE (bits_double (r.r2), want);
      r = rt_syscall6 (test_proc ("calls-dll.dll", names[i]), 6, args[0],
                       args[1], args[2], args[3], args[4], args[5]);
      CHECK_EQ_DOUBLE (bits_double (r.r2), want);
    }
}

int
main (void)
{
  uintptr_t args[8], i;
  struct rt_result r;
  double want = 0;

  positions ();
  for (i = 0; i < 8; i++)
    {
      args[i] = double_bits ((double) i * 1.25 - 3);
      want += (double) (i + 1) * ((double) i * 1.25 - 3);
    }
  r = rt_syscalln (test_proc ("calls-dll.dll", "doubles8"), 8, args);
  CHECK_EQ_DOUBLE (bits_double (r.r2), want);
  for (i = 0; i < 8; i++)
    args[i] = float_bits ((float) i * 1.25f - 3);
  r = rt_syscalln (test_proc ("calls-dll.dll", "floats8"), 8, args);
  CHECK_EQ_DOUBLE (bits_float (r.r2), want);
  r = rt_syscall9 (test_proc ("calls-dll.dll", "mixed"), 7,
                   float_bits (0.5f), (uint8_t) -3, double_bits (1e3), 65535,
                   float_bits (-0.25f), (uint32_t) -7, double_bits (0.125),
                   0, 0);
  CHECK_EQ_DOUBLE (bits_double (r.r2),
                   0.5 - 6 + 3000 + 4 * 65535 - 1.25 - 42 + 0.875);
  return 0;
}
