/* While threads come, call back and go, main returns, or a goroutine or a
   callback calls exit: the status is right, atexit functions run once, the
   process ends.  */
/* { dg-do run } */
/* { dg-plain-sources "exit-1-plain.c" } */
/* { dg-timeout 120 } */

#include "child.h"

#include <stdio.h>

#include "thread-test.h"

#define ROUNDS 4

void make_threads (int (*callback) (int), int (*function) (int));

static volatile int calls, leave_in_callback;

static int
called_back (int n)
{
  CHECK_EQ (descend (n % 50), n % 50);
  if (n % 5 == 0)
    rt_gosched ();
  if (__atomic_add_fetch (&calls, 1, __ATOMIC_RELAXED) > 20
      && __atomic_exchange_n (&leave_in_callback, 0, __ATOMIC_RELAXED))
    exit (43);
  return n + 1;
}

static int
growable (int n)
{
  CHECK_EQ (descend (5), 5);
  return n + 1;
}

static void
at_exit (void)
{
  static int count;

  /* Callbacks still come.  */
  CHECK_EQ (descend (100), 100);
  Sleep (2);
  printf ("<atexit %d>\n", ++count);
}

static void
leave (void *arg)
{
  (void) arg;
  exit (42);
}

static int
child (const char *how)
{
  void *callback;

  atexit (at_exit);
  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  leave_in_callback = *how == 'c';
  make_threads ((int (*) (int)) callback, growable);
  while (calls < 20)
    rt_sleep (MS);
  switch (*how)
    {
    case 'r':
      return 41;
    case 'g':
      CHECK_EQ (rt_go (leave, NULL), 0);
      break;
    default:
      break;
    }
  for (;;)
    rt_sleep (1000 * MS);
}

int
main (int argc, char **argv)
{
  static const char *const how[] = { "return", "goroutine", "callback" };
  struct child result;
  int i;

  if (argc > 1)
    return child (argv[1]);
  for (i = 0; i < 3 * ROUNDS; i++)
    {
      run_child (how[i % 3], "RT_TRACEBACK", NULL, 0, &result);
      CHECK_EQ (result.status, 41 + i % 3);
      CHECK (strstr (result.output, "<atexit 1>") != NULL);
      CHECK (strstr (result.output, "<atexit 2>") == NULL);
    }
  return 0;
}
