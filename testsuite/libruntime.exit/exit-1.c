/* Whoever ends the process, and whatever other goroutines do meanwhile: the
   exit status is right, atexit functions run once, stdio is flushed, and
   nobody hangs.  With a number as its argument, so many times.  */
/* { dg-do run } */
/* { dg-plain-sources "exit-1-plain.c" } */
/* { dg-env "RT_MAXPROCS=4" } */
/* { dg-timeout 60 } */

#include <stdio.h>

#include "child.h"

void plain_exit (int status);
void plain_thread (void *function, int status);
int plain_call (int (*function) (int), int n);

static int (*callback) (int);

/* -- What others do ------------------------------------------------------ */

static struct rt_chan *never;

static void
busy (void *arg)
{
  for (;;)
    switch ((intptr_t) arg % 6)
      {
      case 0:
        rt_gosched ();
        break;
      case 1:
        Sleep (INFINITE);
        break;
      case 2:
        Sleep (0);
        break;
      case 3:
        rt_chan_recv (never, NULL);
        break;
      case 4:
        plain_call (callback, -1);
        break;
      case 5:
        rt_sleep (100000);
        break;
      }
}

/* -- Who ends it --------------------------------------------------------- */

static int
in_callback (int n)
{
  if (n < 0)
    rt_gosched ();
  else if (n < 100)
    exit (n);
  else
    plain_call (callback, n - 100);
  return n;
}

static void
goroutine (void *arg)
{
  exit ((int) (intptr_t) arg);
}

static void
handler (const struct rt_fault *fault)
{
  (void) fault;
  exit (18);
}

static void
tried (void *arg)
{
  exit ((int) (intptr_t) arg);
}

static int
run (const char *how)
{
  void *foreign;

  if (strcmp (how, "exit") == 0)
    exit (11);
  if (strcmp (how, "goroutine") == 0)
    rt_go (goroutine, (void *) 12);
  else if (strcmp (how, "callback") == 0)
    plain_call (callback, 13);
  else if (strcmp (how, "nested") == 0)
    plain_call (callback, 314);
  else if (strcmp (how, "plain") == 0)
    plain_exit (15);
  else if (strcmp (how, "thread") == 0)
    plain_thread ((void *) (uintptr_t) plain_exit, 16);
  else if (strcmp (how, "foreign") == 0)
    {
      CHECK_EQ (rt_callback_new (in_callback, "i(l)", &foreign), 0);
      plain_thread (foreign, 17);
    }
  else if (strcmp (how, "fault") == 0)
    {
      CHECK_EQ (rt_fault_handler (handler), 0);
      *(volatile int *) 8 = 1;
    }
  else if (strcmp (how, "try") == 0)
    rt_try (tried, (void *) 19, NULL);
  else if (strcmp (how, "process") == 0)
    ExitProcess (20);
  else if (strcmp (how, "_exit") == 0)
    _exit (21);
  else if (strcmp (how, "abort") == 0)
    abort ();
  else if (strcmp (how, "crash") == 0)
    *(volatile int *) 8 = 1;
  else
    return 10;
  rt_chan_recv (never, NULL);
  return 1;
}

static void
at_exit (void)
{
  printf ("<atexit>");
}

static int
child (const char *how)
{
  void *new;

  CHECK_EQ (rt_chan_new (0, 0, &never), 0);
  CHECK_EQ (rt_callback_new (in_callback, "i(i)", &new), 0);
  callback = (int (*) (int)) (uintptr_t) new;
  for (intptr_t i = 0; i < 12; i++)
    CHECK_EQ (rt_go (busy, (void *) i), 0);
  rt_sleep (2000000);
  atexit (at_exit);
  printf ("<buffered>");
  return run (how);
}

/* -- The parent ---------------------------------------------------------- */

static const struct
{
  const char *how;
  DWORD status;
  int tidy; /* atexit's functions run, stdio is flushed.  */
} ways[] = {
  { "return", 10, 1 }, { "exit", 11, 1 },    { "goroutine", 12, 1 },
  { "callback", 13, 1 }, { "nested", 14, 1 }, { "plain", 15, 1 },
  { "thread", 16, 1 }, { "foreign", 17, 1 }, { "fault", 18, 1 },
  { "try", 19, 1 },    { "process", 20, 0 }, { "_exit", 21, 0 },
  { "abort", 3, 0 },   { "crash", 2, 0 }
};

#define WAYS (sizeof ways / sizeof *ways)

/* How often S is in TEXT.  */
static int
count (const char *text, const char *s)
{
  int n = 0;

  while ((text = strstr (text, s)) != NULL)
    n++, text++;
  return n;
}

int
main (int argc, char **argv)
{
  int rounds = argc > 1 ? atoi (argv[1]) : (int) WAYS;

  if (argc > 1 && rounds == 0)
    return child (argv[1]);
  for (int i = 0; i < rounds; i++)
    {
      struct child c;

      run_child (ways[i % WAYS].how, NULL, NULL, 0, &c);
      if (c.status != ways[i % WAYS].status)
        printf ("%s: %s\n", ways[i % WAYS].how, c.output);
      CHECK_EQ (c.status, ways[i % WAYS].status);
      CHECK_EQ (count (c.output, "<atexit>"), ways[i % WAYS].tidy);
      if (ways[i % WAYS].tidy)
        CHECK_EQ (count (c.output, "<buffered>"), 1);
    }
  return 0;
}
