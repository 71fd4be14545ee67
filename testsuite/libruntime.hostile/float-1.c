/* Control words that a DLL changes, called by name, by pointer or by
   rt_syscall, or calling back, are the goroutine's from then on, wherever it
   goes on, and nobody else's.  */
/* { dg-do run } */
/* { dg-dll "float-dll.c" "link" } */

#include "float-test.h"

#define N 16 /* Four ways, with four roundings.  */

static struct rt_waitgroup done;

/* Rounding by I, the x87's precision too.  */
#define MX(i) (MXCSR | ((i) % 4) << 13 | ((i) % 2) << 15)
#define CW(i) (0x7fu | ((i) % 4) << 10 | ((i) % 2 ? 0x300u : 0x200u))

static void
mine (unsigned i)
{
  CHECK_EQ (mxcsr (), MX (i));
  CHECK_EQ (fcw (), CW (i));
}

/* For some 20 ms, so that others run meanwhile: at a check, not a call.  */
static void
compute (void)
{
  uint64_t start = __builtin_ia32_rdtsc ();

  while (__builtin_ia32_rdtsc () - start < 60000000)
    CHECK_EQ (deep (10, 1, 2, 3, 4, 5), 25);
}

/* What it changes itself ends with it.  */
static void
called (unsigned i)
{
  mine (i);
  rt_gosched ();
  mine (i);
  rt_sleep (MS);
  mine (i);
  Sleep (30); /* Its p is taken.  */
  mine (i);
  set_control (MX (i + 1), CW (i + 1));
  mine (i + 1);
}

static void (*callback) (unsigned);

static void
changes (void *arg)
{
  void (*volatile pointer) (unsigned, unsigned short) = set_control;
  unsigned i = (unsigned) (uintptr_t) arg, k;

  CHECK_EQ (mxcsr (), MXCSR);
  CHECK_EQ (fcw (), FCW);
  if (i / 4 == 0)
    set_control (MX (i), CW (i));
  else if (i / 4 == 1)
    pointer (MX (i), CW (i));
  else if (i / 4 == 2)
    rt_syscall ((void *) set_control, 2, MX (i), CW (i), 0);
  else
    set_control_and_call (MX (i), CW (i), callback, i);
  mine (i);
  for (k = 0; k < 10; k++)
    {
      rt_gosched ();
      mine (i);
      if (k % 3 == 0)
        rt_sleep (MS);
      else if (k == 4)
        Sleep (30); /* Its p is taken.  */
      else if (k == 7)
        compute ();
      mine (i);
      CHECK_EQ (deep (30 * k, 1, 2, 3, 4, 5), 15 + 30 * k);
      mine (i);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static void
fresh (void *arg)
{
  (void) arg;
  CHECK_EQ (mxcsr (), MXCSR);
  CHECK_EQ (fcw (), FCW);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  uintptr_t i;
  void *fn;

  CHECK_EQ (mxcsr (), MXCSR);
  CHECK_EQ (fcw (), FCW);
  CHECK_EQ (rt_callback_new (called, "v(I)", &fn), 0);
  callback = (void (*) (unsigned)) fn;
  CHECK_EQ (rt_waitgroup_add (&done, 2 * N), 0);
  for (i = 0; i < N; i++)
    CHECK_EQ (rt_go (changes, (void *) i), 0);
  rt_sleep (3 * MS);
  for (i = 0; i < N; i++)
    CHECK_EQ (rt_go (fresh, NULL), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  CHECK_EQ (mxcsr (), MXCSR);
  CHECK_EQ (fcw (), FCW);
  return 0;
}
