/* Contexts that the runtime has restored are on the thread's own stack, as
   Windows wants it in a process with control flow guard: after faults that a
   handler recovers from, faults that a filter repairs, and C++ exceptions
   that cross from growable code to growable code.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "rt.h"

#include "inject.h"

#define NOINLINE __attribute__ ((noinline, noclone))

static int *volatile address;
static int place = 42;
static volatile int repaired;

static void
handler (const struct rt_fault *fault)
{
  rt_throw (fault->code);
}

static void
faults (void *)
{
  *address = 1;
}

/* Let the instruction, which is to read at rax, do so.  */
static LONG WINAPI
repairs (EXCEPTION_POINTERS *info)
{
  CHECK_EQ (info->ContextRecord->Rax, (DWORD64) 8);
  info->ContextRecord->Rax = (DWORD64) &place;
  repaired++;
  return EXCEPTION_CONTINUE_EXECUTION;
}

/* Every register and the flags come back with the repaired fault.  */
static int NOINLINE
is_repaired (int depth)
{
  int value = 0, carry = 0;
  uint64_t a = 1, b = 2, c = 3, d = 4;

  if (depth > 0)
    return is_repaired (depth - 1);
  __asm__ volatile ("stc\n\tmovl (%%rax), %0\n\tadcl $0, %1"
                    : "=r" (value), "+r" (carry), "+r" (a), "+r" (b),
                      "+r" (c), "+r" (d)
                    : "a" (8)
                    : "memory");
  CHECK_EQ (value, 42);
  CHECK_EQ (carry, 1);
  CHECK_EQ (a + 10 * b + 100 * c + 1000 * d, (uint64_t) 4321);
  return 1;
}

static int NOINLINE
throws (int depth)
{
  volatile char buffer[100];

  buffer[depth % 100] = 1;
  if (depth == 0)
    throw 7;
  return throws (depth - 1) + buffer[depth % 100];
}

int
main ()
{
  uintptr_t value = 0;
  long n = restored ();

  CHECK_EQ (rt_fault_handler (handler), (uint32_t) 0);
  for (int i = 0; i < 20; i++)
    CHECK_EQ (rt_try (faults, NULL, &value), RT_ETHROWN);
  CHECK (restored () >= n + 20);

  n = restored ();
  CHECK_EQ (rt_fault_handler (NULL), (uint32_t) 0);
  SetUnhandledExceptionFilter (repairs);
  for (int i = 0; i < 20; i++)
    CHECK_EQ (is_repaired (10 * i), 1);
  CHECK_EQ (repaired, 20);
  CHECK (restored () >= n + 40);

  n = restored ();
  for (int i = 0; i < 20; i++)
    try
      {
        throws (i);
        CHECK (!"thrown");
      }
    catch (int thrown)
      {
        CHECK_EQ (thrown, 7);
      }
  CHECK (restored () >= n + 20);
  return 0;
}
