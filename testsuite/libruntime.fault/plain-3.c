/* A C++ DLL that throws and catches, called by goroutines, from callbacks too,
   whose stacks move meanwhile.  */
/* { dg-do run } */
/* { dg-dll "plain-3-dll.cc" "-static" } */

#include "fault-test.h"

static void *catch_fn, *around_fn;
static int (*catches) (int), (*around) (int (*) (int), int);
static int (*destroyed) (void);
static int (*back) (int);

static void
handler (const struct rt_fault *fault)
{
  (void) fault;
  CHECK (0);
}

static int
call_back (int n)
{
  CHECK_EQ (catches (n), 6);
  CHECK_EQ (deep (n * 10, 1, 2, 3, 4, 5), n * 10 + 15);
  rt_gosched ();
  CHECK_EQ (rt_syscall (catch_fn, 1, n, 0, 0).r1, 6);
  return n * 2;
}

static void
all (void *arg)
{
  int before;

  (void) arg;
  for (int n = 0; n < 20; n++)
    {
      before = destroyed ();
      CHECK_EQ (catches (n), 6);
      CHECK_EQ (rt_syscall (catch_fn, 1, n, 0, 0).r1, 6);
      CHECK_EQ (destroyed (), before + 2 * (n + 2));
      CHECK_EQ (around (back, n), n * 2 + 1);
      CHECK_EQ (rt_syscall (around_fn, 2, (uintptr_t) back, n, 0).r1,
                n * 2 + 1);
      CHECK_EQ (destroyed (), before + 6 * (n + 2) + 2);
    }
}

int
main (void)
{
  const char *dll = "plain-3-dll.dll";
  void *address;

  catch_fn = test_proc (dll, "cxx_catch");
  around_fn = test_proc (dll, "cxx_around");
  catches = (int (*) (int)) catch_fn;
  around = (int (*) (int (*) (int), int)) around_fn;
  destroyed = (int (*) (void)) test_proc (dll, "cxx_destroyed");
  CHECK_EQ (rt_callback_new (call_back, "i(i)", &address), 0);
  back = (int (*) (int)) address;
  CHECK_EQ (rt_fault_handler (handler), 0);
  all (NULL);
  on_fresh (all, NULL);
  return 0;
}
