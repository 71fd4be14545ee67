/* A caller that knows which registers its callee leaves alone (-fipa-ra) finds
   them as they were when the callee ran on a chained segment.  */
/* { dg-do run } */
/* { dg-options "-Wno-frame-address" } */
/* { dg-skip "-O0" "no -fipa-ra" } */

#include "plugin-test.h"
#include "rt.h"

static volatile int numbers[] = { 1, 2, 3, 4, 5 }, one = 1;

/* A leaf with a check, and few registers.  */
static NOINLINE int
two (void)
{
  volatile char buffer[400];

  buffer[0] = one;
  return buffer[0] + 1;
}

/* Pinned, by its caller's frame's address: what it calls is chained when
   there is no room, and always with movestack.  */
static NOINLINE int
keep (int depth)
{
  void *volatile frame = __builtin_frame_address (1);
  int sum = depth > 0 ? keep (depth - 1) : 0;
  int a = numbers[0], b = numbers[1], c = numbers[2], d = numbers[3];
  int e = numbers[4];
  int n = two ();

  return sum
         + n * (a + 10 * b + 100 * c + 1000 * d + 10000 * e) * (frame != NULL);
}

static uint64_t
chains (void)
{
  struct rt_stackinfo info;

  CHECK_EQ (rt_stackinfo (&info), 0);
  return info.chains;
}

int
main (void)
{
  uint64_t before = chains ();

  CHECK_EQ (keep (0), 2 * 54321);
  CHECK_EQ (keep (300), 301 * 2 * 54321);
  CHECK (chains () > before);
  return 0;
}

/* What it is about: sums are in these over the call.  */
/* { dg-final { scan-code keep {<two>((?!,%[er]cx$).)*%[er]cx,} } } */
/* { dg-final { scan-code keep {<two>((?!,%[er]dx$).)*%[er]dx,} } } */
/* { dg-final { scan-code keep {<two>((?!,%r8d?$).)*%r8d?,} } } */
