/* longjmp leaves plain code, by growable code that it called through a
   pointer, by itself, and out of callbacks; then the goroutine is whole: it
   waits, grows, calls and is called back as before, and the system stack is
   where it was.  */
/* { dg-do run } */
/* { dg-dll "jump-4-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */

#include <setjmp.h>

#include "stack-test.h"

#define IMPORT __declspec (dllimport)
IMPORT int jump_call (int (*function) (int), int n);
IMPORT void jump_now (void *target, int value, unsigned long ms);
IMPORT size_t jump_where (void);

static jmp_buf target, outer;
static struct rt_chan *ping, *pong;
static volatile int others;
static int (*callback) (int), (*nested_callback) (int);

static void
answer (void *unused)
{
  int n;

  (void) unused;
  while (rt_chan_recv (ping, &n) == 0)
    {
      others++;
      CHECK_EQ (rt_chan_send (pong, &n), 0);
    }
}

/* Everything that needs a thread, a goroutine and a stack that agree.  */
static void NOINLINE
whole (int n)
{
  int got = 0;

  CHECK_EQ (rt_chan_send (ping, &n), 0);
  CHECK_EQ (rt_chan_recv (pong, &got), 0);
  CHECK_EQ (got, n);
  CHECK_EQ (deep (200, 1, 2, 3, 4, 5), 215);
  Sleep (0);
}

static int
jumps (int n)
{
  volatile char buffer[100];

  buffer[n % 100] = 1;
  longjmp (target, n + buffer[n % 100]);
}

/* By a growable function on the system stack, which has a data frame.  */
static void NOINLINE
by_pointer (int n)
{
  int r = setjmp (target);

  if (r == 0)
    {
      jump_call (jumps, n);
      CHECK (0);
    }
  CHECK_EQ (r, n + 1);
}

static void NOINLINE
by_itself (int n, unsigned long ms)
{
  int r = setjmp (target);

  if (r == 0)
    {
      jump_now (target, n, ms);
      CHECK (0);
    }
  CHECK_EQ (r, n);
}

/* Out of a callback, with a stack that grew in it.  */
static int
leaves (int n)
{
  if (n)
    deep (300, 1, 2, 3, 4, 5);
  return jumps (n);
}

static void NOINLINE
out_of_callback (int n)
{
  int r = setjmp (target);

  if (r == 0)
    {
      jump_call (callback, n);
      CHECK (0);
    }
  CHECK_EQ (r, n + 1);
}

/* A callback in which another is left, and which goes on and returns.  */
static int
keeps (int n)
{
  out_of_callback (n);
  whole (n);
  if (n == 77)
    longjmp (outer, 5);
  return n * 2;
}

static void
all (void *unused)
{
  int i;

  (void) unused;
  for (i = 1; i < 8; i++)
    {
      by_pointer (i);
      whole (i);
      by_itself (i, 0);
      whole (i);
      out_of_callback (i);
      whole (i);
      CHECK_EQ (jump_call (nested_callback, i), i * 2 + 1);
      whole (i);
    }
}

/* While plain code sleeps, its p is taken: it must be waited for.  */
static volatile int stop;

static void
busy (void *unused)
{
  (void) unused;
  while (!stop)
    {
      others++;
      rt_gosched ();
    }
}

static void NOINLINE
when_taken (void)
{
  int before, i;

  CHECK_EQ (rt_go (busy, NULL), 0);
  for (i = 1; i < 5; i++)
    {
      before = others;
      by_itself (i, 30);
      CHECK (others > before);
      whole (i);
    }
  stop = 1;
}

int
main (void)
{
  void *address;
  size_t where;
  int i;

  CHECK_EQ (rt_chan_new (sizeof (int), 0, &ping), 0);
  CHECK_EQ (rt_chan_new (sizeof (int), 0, &pong), 0);
  CHECK_EQ (rt_go (answer, NULL), 0);
  CHECK_EQ (rt_callback_new (leaves, "i(i)", &address), 0);
  callback = (int (*) (int)) address;
  CHECK_EQ (rt_callback_new (keeps, "i(i)", &address), 0);
  nested_callback = (int (*) (int)) address;

  all (NULL);
  on_fresh (all, NULL);
  when_taken ();

  where = jump_where ();
  for (i = 0; i < 10000; i++)
    out_of_callback (0);
  CHECK_EQ (jump_where (), where);

  /* Two callbacks at once.  */
  for (i = 0; i < 10; i++)
    {
      if (setjmp (outer) == 0)
        {
          jump_call (nested_callback, 77);
          CHECK (0);
        }
      whole (i);
      CHECK_EQ (jump_where (), where);
    }
  return 0;
}
