/* Windows' unwinder comes from a callback on a goroutine to the start of the
   thread, over each function of libruntime's assembly, which all have unwind
   information.  From the system stack it skips the control stacks; from a
   control stack it goes over to the system stack at the callback.  */
/* { dg-do run } */
/* { dg-skip "dll" "the functions' addresses are no public ones" } */
/* { dg-dll "walk-1-dll.c" } */
/* { dg-plain-sources "walk-1-plain.c" } */

#include "rt-test.h"
#include "rt.h"
#include "walk-1.h"

extern char rti_callback[], rti_callback_root[], rti_callback_root_args[];
extern char rti_syscall_sys[], rti_syscall_args[];
extern char rti_plaincall_sys[], rti_mstart[];

static void *walk_call;
static struct walk on_system, on_control;

/* The index in W of the function FN from FROM on; -1: not there.  */
static int
find (const struct walk *w, const void *fn, int from)
{
  for (int i = from; i < w->n; i++)
    if (w->fn[i] == (uintptr_t) fn)
      return i;
  return -1;
}

static int __attribute__ ((noinline))
inner (int n)
{
  uintptr_t pc, sp, rbp;

  walk (&on_system, 0, 0, 0);
  __asm__ volatile ("leaq\t0(%%rip), %0\n\t"
                    "movq\t%%rsp, %1\n\t"
                    "movq\t%%rbp, %2" : "=r" (pc), "=r" (sp), "=r" (rbp));
  walk (&on_control, pc, sp, rbp);
  return n;
}

static int __attribute__ ((noinline))
middle (int n)
{
  return inner (n) + 1;
}

/* More than four arguments: the other root, and the other call.  */
static int
many (int a, int b, int c, int d, int e, int f)
{
  uintptr_t args[6] = { 0, a + b + c, 0, 0, d + e, f };
  void *callback;

  CHECK_EQ (rt_callback_new (middle, "i(i)", &callback), 0);
  args[0] = (uintptr_t) callback;
  return (int) rt_syscalln (walk_call, 6, args).r1;
}

static int (*many_callback) (int, int, int, int, int, int);

static int
call_many (int n)
{
  return many_callback (n, 1, 1, 1, 1, 1);
}

int
main (void)
{
  void *callback;
  int at;

  walk_call = test_proc ("walk-1-dll.dll", "walk_call");
  CHECK_EQ (rt_callback_new (many, "i(iiiiii)", &callback), 0);
  many_callback = (int (*) (int, int, int, int, int, int)) callback;
  CHECK_EQ (rt_callback_new (call_many, "i(i)", &callback), 0);
  CHECK_EQ ((int) rt_syscall (walk_call, 2, (uintptr_t) callback, 5, 0).r1,
            5 + 2 + 1 + 1 + 1);

  CHECK_EQ (on_system.missing, 0);
  CHECK (on_system.ended);
  at = find (&on_system, rti_plaincall_sys, 0);
  CHECK (at > 0);
  CHECK ((at = find (&on_system, rti_callback, at)) > 0);
  CHECK ((at = find (&on_system, walk_call, at)) > 0);
  CHECK ((at = find (&on_system, rti_syscall_args, at)) > 0);
  CHECK ((at = find (&on_system, rti_callback, at)) > 0);
  CHECK ((at = find (&on_system, rti_callback, at + 1)) > 0);
  CHECK ((at = find (&on_system, walk_call, at)) > 0);
  CHECK ((at = find (&on_system, rti_syscall_sys, at)) > 0);
  CHECK ((at = find (&on_system, rti_mstart, at)) > 0);

  CHECK_EQ (on_control.missing, 0);
  CHECK (on_control.ended);
  CHECK ((at = find (&on_control, rti_callback_root, 0)) > 0);
  CHECK ((at = find (&on_control, rti_callback, at)) > 0);
  CHECK ((at = find (&on_control, walk_call, at)) > 0);
  CHECK ((at = find (&on_control, rti_syscall_args, at)) > 0);
  CHECK ((at = find (&on_control, rti_callback, at)) > 0);
  CHECK ((at = find (&on_control, rti_mstart, at)) > 0);
  return 0;
}
