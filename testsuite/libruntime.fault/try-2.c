/* Recovery in callbacks, and out of them: the goroutine, its thread's system
   stack and the results of calls are right afterwards, 100000 times.  */
/* { dg-do run } */
/* { dg-dll "try-2-dll.c" "link" } */
/* { dg-timeout 240 } */

#include "fault-test.h"

#define IMPORT __declspec (dllimport)
IMPORT int try_call (int (*function) (int), int n);
IMPORT int try_call_listed (int (*function) (int), int n);
IMPORT void *try_list (void);
IMPORT size_t try_where (void);

static void *call;
static int (*inside) (int), (*outside) (int), (*around) (int);
static struct rt_chan *chan;

/* A call's result is its own, whatever happened in callbacks before.  */
static int
called (int (*fn) (int), int n)
{
  struct rt_result r;

  SetLastError (5);
  r = rt_syscall (call, 2, (uintptr_t) fn, (uintptr_t) n, 0);
  CHECK_EQ (r.err, 0);
  return (int) r.r1;
}

static void
throws (void *arg)
{
  rt_throw ((uintptr_t) arg);
}

static void
throws_deep (void *arg)
{
  descend ((int) (intptr_t) arg % 100, throws, arg);
}

/* A callback that recovers by itself.  */
static int
recovers (int n)
{
  uintptr_t value = 0;

  CHECK_EQ (rt_try (throws_deep, (void *) (intptr_t) n, &value), RT_ETHROWN);
  CHECK_EQ ((int) value, n);
  return n * 2;
}

/* A callback that is left.  */
static int
leaves (int n)
{
  throws_deep ((void *) (intptr_t) n);
  return 0;
}

static void
call_outside (void *arg)
{
  called (outside, (int) (intptr_t) arg);
  CHECK (0);
}

static void
call_listed (void *arg)
{
  try_call_listed (outside, (int) (intptr_t) arg);
  CHECK (0);
}

/* A callback in which another one is left, by plain calls of both kinds.  */
static int
has_another (int n)
{
  uintptr_t value = 0;

  CHECK_EQ (rt_try (call_outside, (void *) (intptr_t) n, &value), RT_ETHROWN);
  CHECK_EQ ((int) value, n);
  CHECK_EQ (called (inside, n), n * 2 + 1);
  return n * 3;
}

/* Plain code calls growable code on the system stack, and that throws.  */
static int
compare (const void *a, const void *b)
{
  volatile char buffer[50];

  buffer[3] = 1;
  if (*(const int *) a == 3)
    rt_throw (33 + buffer[3]);
  return *(const int *) a - *(const int *) b;
}

static void
sort (void *arg)
{
  int array[] = { 5, 4, 3, 2, 1 };

  (void) arg;
  qsort (array, 5, sizeof *array, compare);
  CHECK (0);
}

/* There rt_try has no stack to come back to.  */
static int
tries_in_vain (const void *a, const void *b)
{
  CHECK_EQ (rt_try (throws, NULL, NULL), RT_ENOTG);
  return *(const int *) a - *(const int *) b;
}

/* Two callbacks left at once, the outer one after it has waited.  */
static int
leaves_two (int n)
{
  int got;

  CHECK_EQ (rt_chan_recv (chan, &got), 0);
  CHECK_EQ (got, n);
  return called (outside, n);
}

static void
call_two (void *arg)
{
  called (around, (int) (intptr_t) arg);
  CHECK (0);
}

static void
send (void *arg)
{
  int n = (int) (intptr_t) arg;

  CHECK_EQ (rt_chan_send (chan, &n), 0);
}

static void
all (void *arg)
{
  uintptr_t value;
  int array[] = { 2, 1 };
  int (*nested) (int);
  void *address;

  CHECK_EQ (rt_callback_new (has_another, "i(i)", &address), 0);
  nested = (int (*) (int)) address;
  for (int i = 1; i < 20; i++)
    {
      CHECK_EQ (called (inside, i), i * 2 + 1);
      CHECK_EQ (rt_try (call_outside, (void *) (intptr_t) i, &value),
                RT_ETHROWN);
      CHECK_EQ ((int) value, i);
      whole ();
      CHECK_EQ (called (nested, i), i * 3 + 1);
      CHECK_EQ (rt_try (sort, NULL, &value), RT_ETHROWN);
      CHECK_EQ (value, 34);
      qsort (array, 2, sizeof *array, tries_in_vain);
      CHECK_EQ (rt_go (send, (void *) (intptr_t) i), 0);
      CHECK_EQ (rt_try (call_two, (void *) (intptr_t) i, &value), RT_ETHROWN);
      CHECK_EQ ((int) value, i);
      whole ();
    }
  CHECK_EQ (rt_callback_free (address), 0);
  (void) arg;
}

int
main (void)
{
  uintptr_t value;
  void *address, *list;
  size_t where;

  call = test_proc ("try-2-dll.dll", "try_call");
  CHECK_EQ (rt_chan_new (sizeof (int), 0, &chan), 0);
  CHECK_EQ (rt_callback_new (recovers, "i(i)", &address), 0);
  inside = (int (*) (int)) address;
  CHECK_EQ (rt_callback_new (leaves, "i(i)", &address), 0);
  outside = (int (*) (int)) address;
  CHECK_EQ (rt_callback_new (leaves_two, "i(i)", &address), 0);
  around = (int (*) (int)) address;

  all (NULL);
  on_fresh (all, NULL);

  rt_lockosthread ();
  list = try_list ();
  CHECK_EQ (rt_try (call_listed, (void *) 3, &value), RT_ETHROWN);
  CHECK (try_list () == list);
  where = try_where ();
  for (int i = 0; i < 100000; i++)
    {
      if (called (inside, 1) != 3)
        CHECK (0);
      if (rt_try (call_outside, (void *) 1, &value) != RT_ETHROWN)
        CHECK (0);
    }
  CHECK_EQ (try_where (), where);
  whole ();
  return 0;
}
