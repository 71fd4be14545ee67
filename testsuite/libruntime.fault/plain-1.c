/* Exceptions in plain code that a goroutine calls are handled in plain code,
   and the fault handler has no part in them: right there, and by plain code
   around a callback, which then drops the callback.  The goroutine, its
   thread and the results of calls are right afterwards.  */
/* { dg-do run } */
/* { dg-dll "plain-1-dll.c" "link" } */
/* { dg-timeout 120 } */

#include "fault-test.h"

#define IMPORT __declspec (dllimport)
IMPORT int seh_try (int (*fn) (int), int n);
IMPORT int plain_fault (int n);
IMPORT int plain_catch (int n);
IMPORT int plain_jump_try (int (*fn) (int), int n);
IMPORT void plain_jump (int n);
IMPORT int plain_thread (int (*fn) (int), int n, int times);
IMPORT size_t plain_where (void);
IMPORT void RaiseException (unsigned long, unsigned long, unsigned long,
                            const uintptr_t *);

static void *try_fn, *fault_fn, *jump_try_fn, *jump_fn;
static int (*faults) (int), (*raises) (int), (*jumps) (int), (*around) (int);

/* By the code's low half.  */
static int
caught (int n)
{
  return n % 4 == 0 ? 5 : n % 4 == 1 ? 0x94 : n % 4 == 2 ? 0x1234 : n;
}

static void
handler (const struct rt_fault *fault)
{
  (void) fault;
  CHECK (0);
}

/* Callbacks that do not return, with tries, data frames and segments of their
   own.  */
static void
fault_by_call (void *arg)
{
  int n = (int) (intptr_t) arg;

  if (n % 8 < 4)
    rt_syscall (fault_fn, 1, (uintptr_t) n, 0, 0);
  else
    plain_fault (n);
}

static void
fault_in_try (void *arg)
{
  rt_try (fault_by_call, arg, NULL);
}

static int
fault_back (int n)
{
  volatile char buffer[300];

  buffer[n % 300] = 1;
  if (n % 5 == 0)
    descend_pinned (10, fault_by_call, (void *) (intptr_t) n, 0);
  else if (n % 5 == 1)
    descend (100, fault_in_try, (void *) (intptr_t) n);
  else
    fault_by_call ((void *) (intptr_t) n);
  return n - 1 + buffer[n % 300];
}

/* Growable code raises by itself.  */
static int
raise_back (int n)
{
  if (n % 2)
    rt_gosched ();
  RaiseException (0xe0001234, 0, 0, NULL);
  CHECK (0);
  return n;
}

static int
jump_back (int n)
{
  if (n % 2)
    rt_syscall (jump_fn, 1, (uintptr_t) n, 0, 0);
  else
    plain_jump (n);
  CHECK (0);
  return n;
}

/* A callback in which others are dropped.  */
static int
all_back (int n)
{
  CHECK_EQ (seh_try (faults, n), caught (n));
  CHECK_EQ (seh_try (raises, n), 0x1234);
  CHECK_EQ (plain_jump_try (jumps, n), n + 1);
  return n * 3;
}

static void NOINLINE
all (int n)
{
  CHECK_EQ (plain_catch (n), caught (n) + 3);
  CHECK_EQ (seh_try (plain_fault, n), caught (n));
  CHECK_EQ (seh_try (faults, n), caught (n));
  CHECK_EQ (seh_try (raises, n), 0x1234);
  CHECK_EQ (plain_jump_try (jumps, n), n + 1);
  CHECK_EQ (rt_syscall (try_fn, 2, (uintptr_t) plain_fault, n, 0).r1,
            caught (n));
  CHECK_EQ (rt_syscall (try_fn, 2, (uintptr_t) faults, n, 0).r1, caught (n));
  CHECK_EQ (rt_syscall (try_fn, 2, (uintptr_t) raises, n, 0).r1, 0x1234);
  CHECK_EQ (rt_syscall (jump_try_fn, 2, (uintptr_t) jumps, n, 0).r1, n + 1);
  CHECK_EQ (seh_try (around, n), n * 3);
  CHECK_EQ (rt_syscall (try_fn, 2, (uintptr_t) around, n, 0).r1, n * 3);
}

static void
throws (void *arg)
{
  all ((int) (intptr_t) arg);
  rt_throw ((uintptr_t) arg);
}

static int (*callback (int (*fn) (int))) (int)
{
  void *address;

  CHECK_EQ (rt_callback_new (fn, "i(i)", &address), 0);
  return (int (*) (int)) address;
}

static void
many (void *arg)
{
  int times = (int) (intptr_t) arg;
  size_t where, size = 0;
  uintptr_t value;

  rt_lockosthread ();
  where = plain_where ();
  for (int i = 0; i < times; i++)
    {
      all (i);
      CHECK_EQ (plain_where (), where);
      /* The try around is not forgotten.  */
      CHECK_EQ (rt_try (throws, (void *) (intptr_t) i, &value), RT_ETHROWN);
      CHECK_EQ (value, i);
      if (i == 40)
        size = info ().data_size;
    }
  if (times > 40)
    CHECK (info ().data_size <= size);
  rt_unlockosthread ();
  whole ();
}

int
main (void)
{
  const char *dll = "plain-1-dll.dll";

  try_fn = test_proc (dll, "seh_try");
  fault_fn = test_proc (dll, "plain_fault");
  jump_try_fn = test_proc (dll, "plain_jump_try");
  jump_fn = test_proc (dll, "plain_jump");
  faults = callback (fault_back);
  raises = callback (raise_back);
  jumps = callback (jump_back);
  around = callback (all_back);
  CHECK_EQ (rt_fault_handler (handler), 0);
  many ((void *) 200);
  on_fresh (many, (void *) 50);
  for (int n = 0; n < 6; n++)
    CHECK_EQ (plain_thread (faults, n, 20), caught (n) * 20);
  CHECK_EQ (plain_thread (raises, 3, 20), 0x1234 * 20);
  CHECK_EQ (plain_thread (around, 3, 20), 9 * 20);
  whole ();
  return 0;
}
