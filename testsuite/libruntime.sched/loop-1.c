/* With -loop-checks every loop lets others run: whatever made it a loop, and
   whether it calls or not.  */
/* { dg-do run } */
/* { dg-options "-fplugin-arg-growstack-loop-checks" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-timeout 60 } */

#include <math.h>
#include <setjmp.h>

#include "rt-test.h"
#include "rt.h"

static volatile int flag;

static void
set_flag (void *arg)
{
  (void) arg;
  flag = 1;
}

static void
while_loop (void)
{
  while (!flag)
    ;
}

/* The inner loop is never entered.  */
static void
nested_loops (void)
{
  volatile int none = 0;
  int i;

  do
    for (i = 0; i < none; i++)
      if (flag)
        return;
  while (!flag);
}

static void
nonblocking_call (void)
{
  volatile double x = 1;

  while (!flag)
    x = sin (x);
}

static int __attribute__ ((noinline))
leaf (void)
{
  return flag;
}

static void
leaf_call (void)
{
  while (!leaf ())
    ;
}

/* A cycle with two entries.  */
static void
goto_loop (void)
{
  volatile int second = 1;

  if (second)
    goto in_the_middle;
again:
  if (flag)
    return;
in_the_middle:
  if (flag)
    return;
  goto again;
}

static void
computed_goto (void)
{
  static void *const to[] = { &&op_0, &&op_1, &&done };
  volatile int op = 0;

op_0:
  op = 1;
  goto *to[flag ? 2 : op];
op_1:
  op = 0;
  goto *to[flag ? 2 : op];
done:;
}

static void
setjmp_loop (void)
{
  static jmp_buf jump;

  do
    if (setjmp (jump))
      return;
  while (!flag);
}

static void
spin (void (*loop) (void))
{
  flag = 0;
  CHECK_EQ (rt_go (set_flag, NULL), 0);
  loop ();
  CHECK_EQ (flag, 1);
}

static int
spin_in_callback (int n)
{
  spin (while_loop);
  return n;
}

int
main (void)
{
  uintptr_t five = 5;
  void *callback;

  spin (while_loop);
  spin (nested_loops);
  spin (nonblocking_call);
  spin (leaf_call);
  spin (goto_loop);
  spin (computed_goto);
  spin (setjmp_loop);
  rt_lockosthread ();
  spin (while_loop);
  rt_unlockosthread ();
  CHECK_EQ (rt_callback_new (spin_in_callback, "i(i)", &callback), 0);
  CHECK_EQ (rt_syscalln (callback, 1, &five).r1, 5);
  return 0;
}
