/* A fault handler runs on the goroutine, is told what happened, grows its
   stack, and recovers; a thousand times in a loop, and at depths that moved
   and chained.  */
/* { dg-do run } */

#include "fault-test.h"

#define ACCESS_VIOLATION 0xc0000005u
#define DIVIDE_BY_ZERO 0xc0000094u
#define OVERFLOW 0xc0000095u
#define ILLEGAL 0xc000001du
#define BREAKPOINT 0x80000003u

static struct rt_fault last;
static struct rt_g *on;
static volatile int handled;
/* The x87 has all its precision.  */
static volatile long double three = 3, third, third_of_third;

static void
handler (const struct rt_fault *fault)
{
  volatile char buffer[100];

  buffer[5] = 7;
  CHECK (third / three == third_of_third);
  last = *fault;
  on = rt_self ();
  handled++;
  CHECK_EQ (deep (100, 1, 2, 3, 4, 5), 115);
  CHECK_EQ (buffer[5], 7);
  rt_throw (fault->code);
}

static volatile int zero;
static volatile int *volatile address;
static int data[16] = { 1, 2, 3 };

static void
reads (void *arg)
{
  *(int *) arg = *address;
}

static void
writes (void *arg)
{
  *address = *(int *) arg;
}

static void
divides (void *arg)
{
  *(int *) arg /= zero;
}

static void
overflows (void *arg)
{
  int low = (int) 0x80000000u, high = -1, by = -1;

  __asm__ volatile ("idivl\t%2" : "+a" (low), "+d" (high) : "r" (by));
  *(int *) arg = low;
}

static void
is_illegal (void *arg)
{
  (void) arg;
  __asm__ volatile ("ud2");
}

static void
breaks (void *arg)
{
  (void) arg;
  __asm__ volatile ("int3");
}

static void
calls_data (void *arg)
{
  ((void (*) (void *)) (uintptr_t) data) (arg);
}

static void
calls_null (void *arg)
{
  void (*volatile fn) (void *) = NULL;

  fn (arg);
}

static void
calls_by_number (void *arg)
{
  rt_syscall ((void *) 0x123456789000, 5, 1, 2, 3);
  (void) arg;
}

static const struct
{
  void (*fn) (void *);
  uintptr_t address;
  uint32_t code, access;
} faults[] = {
  { reads, 0, ACCESS_VIOLATION, RT_ACCESS_READ },
  { reads, 0x4321, ACCESS_VIOLATION, RT_ACCESS_READ },
  { writes, 0x10, ACCESS_VIOLATION, RT_ACCESS_WRITE },
  { divides, 0, DIVIDE_BY_ZERO, RT_ACCESS_NONE },
  { overflows, 0, OVERFLOW, RT_ACCESS_NONE },
  { is_illegal, 0, ILLEGAL, RT_ACCESS_NONE },
  { breaks, 0, BREAKPOINT, RT_ACCESS_NONE },
  { calls_data, (uintptr_t) data, ACCESS_VIOLATION, RT_ACCESS_EXECUTE },
  { calls_null, 0, ACCESS_VIOLATION, RT_ACCESS_READ },
  { calls_by_number, 0x123456789000, ACCESS_VIOLATION, RT_ACCESS_EXECUTE },
};

#define NFAULTS (sizeof faults / sizeof *faults)

static void
descends (void *arg)
{
  uintptr_t n = (uintptr_t) arg;
  int value = 1;

  descend ((int) (n / NFAULTS % 50), faults[n % NFAULTS].fn, &value);
}

static void NOINLINE
fault (uintptr_t n, void (*fn) (void *))
{
  size_t i = n % NFAULTS;
  volatile uint64_t seed = n;
  uint64_t a = seed * 3, b = a * 5, c = b * 7;
  uintptr_t value = 0;

  address = (int *) faults[i].address;
  CHECK_EQ (rt_try (fn, (void *) n, &value), RT_ETHROWN);
  if (faults[i].fn == overflows && value == DIVIDE_BY_ZERO)
    value = OVERFLOW; /* Wine's word for it.  */
  else
    CHECK_EQ (last.code, faults[i].code);
  CHECK_EQ (value, faults[i].code);
  CHECK_EQ (last.access, faults[i].access);
  CHECK_EQ ((uintptr_t) last.address, faults[i].address);
  CHECK (last.pc != NULL);
  CHECK (on == rt_self ());
  CHECK_EQ (a, seed * 3);
  CHECK_EQ (b, seed * 15);
  CHECK_EQ (c, seed * 105);
}

static void
all (void *arg)
{
  int n = handled;

  (void) arg;
  for (uintptr_t i = 0; i < NFAULTS; i++)
    {
      fault (i, descends);
      whole ();
    }
  for (uintptr_t i = 0; i < 1000; i++)
    fault (i, descends);
  CHECK_EQ (handled, n + 1000 + (int) NFAULTS);
  whole ();
}

static void
in_depth (void *arg)
{
  descend (300, all, arg);
}

static void
in_pinned_depth (void *arg)
{
  descend_pinned (100, all, arg, 0);
}

int
main (void)
{
  size_t size;

  CHECK_EQ (rt_fault_handler ((void (*) (const struct rt_fault *)) 7),
            RT_EINVAL);
  third = 1 / three;
  third_of_third = third / three;
  CHECK_EQ (rt_fault_handler (handler), 0);
  all (NULL);
  size = info ().data_size + info ().control_size;
  all (NULL);
  CHECK (info ().data_size + info ().control_size <= size);
  on_fresh (all, NULL);
  on_fresh (in_depth, NULL);
  on_fresh (in_pinned_depth, NULL);
  return 0;
}
