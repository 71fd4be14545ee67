/* Wherever a function of Windows fails for libruntime, once or from then on,
   from the process's start to its end, the program either goes on as ever, or
   learns of it by an error code, or ends with a message and status 2 or 3.
   Nothing else happens: no crash, no hang.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */
/* { dg-timeout 120 } */
/* { dg-skip "-O0 static" "200 processes are enough" } */
/* { dg-skip "movestack" "there each check takes memory" } */

#include "child.h"

#include "../libruntime.fault/fault-test.h"
#include "inject.h"

#define DONE 77  /* The child has come to its end.  */
#define UNHURT 78 /* The same, and nothing has failed.  */
#define ALWAYS 1000000000

static volatile int ran;

static void
run (void *arg)
{
  (void) arg;
  ran++;
}

/* -- What the child does ------------------------------------------------- */

/* An error must be this one; then there was no harm.  */
static int
refused (uint32_t err)
{
  if (err)
    CHECK_EQ (err, RT_ENOMEM);
  return err != 0;
}

static void
blocks_long (void *arg)
{
  (void) arg;
  Sleep (30);
  ran++;
}

static int
large (int depth)
{
  volatile char buffer[3000];

  buffer[depth] = 1;
  if (depth > 0)
    buffer[depth] += large (depth - 1);
  return buffer[depth];
}

static int
compare (const void *a, const void *b)
{
  whole ();
  return *(const int *) a - *(const int *) b;
}

static DWORD WINAPI
foreign (void *callback)
{
  int numbers[] = { 3, 1, 2 };

  qsort (numbers, 3, sizeof *numbers,
         (int (*) (const void *, const void *)) callback);
  return numbers[0];
}

static void
throws (void *arg)
{
  rt_throw ((uintptr_t) arg);
}

static void
works (void *arg)
{
  struct rt_chan *chan;
  struct rt_select_case c = { RT_SELECT_RECV, NULL, NULL, 0 };
  size_t index;
  int value = 5;

  (void) arg;
  CHECK_EQ (deep (300, 1, 2, 3, 4, 5), 315);
  descend_pinned (20, run, NULL, 0);
  CHECK (large (4) > 0);
  if (!refused (rt_chan_new (sizeof value, 1, &chan)))
    {
      uint32_t err;

      CHECK_EQ (rt_chan_send (chan, &value), 0);
      CHECK_EQ (rt_chan_recv (chan, &value), 0);
      c.chan = chan;
      err = rt_select (&c, 1, 1000, &index);
      CHECK (err == RT_ETIMEOUT || err == RT_ENOMEM);
      CHECK_EQ (rt_chan_free (chan), 0);
    }
  rt_sleep (1000);
  value = rt_try (throws, NULL, NULL);
  CHECK (value == RT_ETHROWN || value == RT_ENOMEM);
  ran++;
}

static void
child (void)
{
  void *callback, *thread;
  int started = 0, before, i;
  DWORD status;

  before = ran;
  for (i = 0; i < 4; i++)
    started += !refused (rt_go (i % 2 ? blocks_long : works, NULL));
  while (ran - before < started)
    rt_gosched ();
  works (NULL);
  CHECK_EQ (rt_callback_new (compare, "i(pp)", &callback), 0);
  thread = CreateThread (NULL, 0, foreign, callback, 0, NULL);
  if (thread)
    {
      WaitForSingleObject (thread, INFINITE);
      CHECK (GetExitCodeThread (thread, &status));
      CHECK_EQ (status, 1);
    }
  ExitProcess (injected () ? DONE : UNHURT);
}

/* -- The parent ---------------------------------------------------------- */

static const struct
{
  const char *name;
  BOOL fatal; /* It never can go on, if this fails.  */
} functions[] = {
  { "TlsAlloc", TRUE },
  { "FlsAlloc", TRUE },
  { "TlsSetValue", FALSE },
  { "FlsSetValue", FALSE },
  { "GetModuleHandleExW", TRUE },
  { "AddVectoredExceptionHandler", TRUE },
  { "CreateEventW", TRUE },
  { "CreateWaitableTimerExW", FALSE },
  { "SetWaitableTimer", FALSE },
  { "CreateThread", FALSE },
  { "VirtualProtect", FALSE },
  { "HeapAlloc", FALSE },
  { "VirtualAlloc", FALSE },
  { "commit", FALSE },
};

/* Run the child with the call NTH of NAME failing; FALSE: there is none.  */
static BOOL
try (const char *name, int nth, const char *times, BOOL fatal)
{
  struct child c;
  char setting[100], *p = setting, *end = setting + sizeof setting - 1;

  p = rt_test_add (p, end, name);
  p = rt_test_add (p, end, ":");
  p = rt_test_add_number (p, end, nth, 10);
  p = rt_test_add (p, end, ":");
  p = rt_test_add (p, end, times);
  *p = 0;
  run_child ("child", "INJECT", setting, 0, &c);
  if (c.status == UNHURT)
    return FALSE;
  if (!((c.status == DONE && !fatal)
        || ((c.status == 2 || c.status == 3)
            && strncmp (c.output, "libruntime: ", 12) == 0)))
    {
      rt_test_write (setting, p);
      rt_test_write (c.output, c.output + strlen (c.output));
      CHECK_EQ (c.status, fatal ? 3 : DONE);
    }
  rt_test_passed ();
  return TRUE;
}

int
main (int argc, char **argv)
{
  size_t i;
  int nth;

  if (argc > 1 && strcmp (argv[1], "child") == 0)
    child ();
  for (i = 0; i < sizeof functions / sizeof *functions; i++)
    {
      for (nth = 1; try (functions[i].name, nth, "1", functions[i].fatal);
           nth++)
        ;
      for (nth = 1;
           try (functions[i].name, nth, "1000000000", functions[i].fatal);
           nth = nth * 2 + 1)
        ;
    }
  return 0;
}
