/* soak.c: everything that goroutines do, at random, all at once, for a while.
   SPDX-License-Identifier: MIT

   usage: soak SECONDS SEED

   WORKERS goroutines do one activity after the other and check every result.
   At the end a line says how often each was done, and the last line is
   "soak: clean".  What fails is printed, and ends the program with status 1.
   The seed says what each worker does in which order; what meets what is up
   to the scheduler.  */

#include "soak.h"

#define WORKERS 40

atomic_int late;
static atomic_bool stop;
static struct rt_waitgroup workers;

_Noreturn void NOINLINE
failed (const char *file, int line, const char *what, long long got,
        long long want)
{
  printf ("%s:%d: %s is %lld, not %lld\n", file, line, what, got, want);
  fflush (stdout);
  TerminateProcess (GetCurrentProcess (), 1);
  abort ();
}

unsigned int
pick (struct chance *c, unsigned int n)
{
  c->state = c->state * 6364136223846793005u + 1442695040888963407u;
  return (unsigned int) (c->state >> 33) % n;
}

static struct activity
{
  const char *name;
  void (*fn) (struct chance *);
  unsigned int weight;
  atomic_ullong count;
} activities[] = {
  { "grow", do_grow, 20, 0 },
  { "jump", do_jump, 10, 0 },
  { "call", do_call, 20, 0 },
  { "errno", do_errno, 5, 0 },
  { "pipe", do_pipe, 3, 0 },
  { "libc", do_libc, 20, 0 },
  { "callback", do_callback, 20, 0 },
  { "foreign thread", do_foreign, 1, 0 },
  { "new callback", do_new_callback, 5, 0 },
  { "fault", do_fault, 5, 0 },
  { "goexit", do_goexit, 5, 0 },
  { "children", do_children, 5, 0 },
  { "channel", do_channel, 20, 0 },
  { "mutex", do_mutex, 20, 0 },
  { "bound", do_bound, 2, 0 },
  { "sleep", do_sleep, 2, 0 },
  { "compute", do_compute, 2, 0 },
  { "library", do_library, 1, 0 },
};

#define ACTIVITIES (sizeof activities / sizeof *activities)

static void
worker_main (void *arg)
{
  struct chance c = { (uintptr_t) arg };
  unsigned int all = 0;

  for (size_t i = 0; i < ACTIVITIES; i++)
    all += activities[i].weight;
  while (!stop)
    {
      unsigned int n = pick (&c, all);
      struct activity *a = activities;

      while (n >= a->weight)
        n -= a++->weight;
      a->fn (&c);
      a->count++;
    }
  CHECK_EQ (rt_waitgroup_done (&workers), 0);
}

/* How many handles there are.  Wine 8 says 0; but it gives the lowest that is
   free.  */
static DWORD
handles (void)
{
  DWORD n = 0;
  HANDLE event;

  CHECK_EQ (GetProcessHandleCount (GetCurrentProcess (), &n) != 0, 1);
  if (n == 0)
    {
      event = CreateEventW (NULL, FALSE, FALSE, NULL);
      n = (DWORD) ((uintptr_t) event / 4);
      CloseHandle (event);
    }
  return n;
}

int
main (int argc, char **argv)
{
  unsigned int seconds = argc > 1 ? (unsigned int) atoi (argv[1]) : 10;
  uint64_t seed = argc > 2 ? strtoull (argv[2], NULL, 0) : 1;
  uint32_t others = rt_numgoroutine ();
  DWORD early;

  callbacks_init ();
  channels_init ();
  CHECK_EQ (rt_waitgroup_add (&workers, WORKERS), 0);
  for (uint64_t i = 0; i < WORKERS; i++)
    CHECK_EQ (rt_go (worker_main, (void *) (uintptr_t) (seed * 1000003 + i)),
              0);
  rt_sleep (seconds * 250 * MS);
  early = handles ();
  rt_sleep (seconds * 750 * MS);
  stop = true;
  CHECK_EQ (rt_waitgroup_wait (&workers), 0);
  channels_end ();
  for (int i = 0; i < 1000 && rt_numgoroutine () != others; i++)
    rt_sleep (10 * MS);
  CHECK_EQ (rt_numgoroutine (), others);
  CHECK_EQ (late, 0);
  check_mutex ();
  CHECK_EQ (handles () > early + 100 ? handles () : early, early);
  for (size_t i = 0; i < ACTIVITIES; i++)
    printf ("%s %llu%s", activities[i].name,
            (unsigned long long) activities[i].count,
            i + 1 < ACTIVITIES ? ", " : "\n");
  puts ("soak: clean");
  return 0;
}
