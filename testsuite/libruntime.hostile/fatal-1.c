/* Where nobody can be told of an error, the process ends with the documented
   status, and a message that says what was wanted and what Windows' error
   was.  */
/* { dg-do run } */
/* { dg-dll "inject-dll.c" "link" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-skip "movestack" "there each check takes memory" } */

#include "child.h"

#include "../libruntime.fault/fault-test.h"
#include "inject.h"

#define ALWAYS 1000000000

static void
run (void *arg)
{
  (void) arg;
}

/* -- The children -------------------------------------------------------- */

static void
at_start (void)
{
}

static void
grows_control (void)
{
  inject ("VirtualAlloc", 1, ALWAYS);
  deep (10000, 1, 2, 3, 4, 5);
}

static void
chains (void)
{
  inject ("VirtualAlloc", 1, ALWAYS);
  descend_pinned (10000, run, NULL, 0);
}

static int NOINLINE
large (int depth)
{
  volatile char buffer[3000];

  buffer[depth] = 1;
  if (depth > 0)
    buffer[depth] += large (depth - 1);
  return buffer[depth];
}

static void
grows_data (void)
{
  inject ("HeapAlloc", 1, ALWAYS);
  large (1000);
}

static unsigned long
called (void *arg)
{
  (void) arg;
  return deep (100, 1, 2, 3, 4, 5);
}

/* A callback on a thread that libruntime has never seen.  */
static void
attaches_ (const char *what, long nth, long times)
{
  void *callback, *thread;

  CHECK_EQ (rt_callback_new (called, "I(p)", &callback), 0);
  thread = CreateThread (NULL, 0, (DWORD (WINAPI *) (void *)) callback, NULL,
                         CREATE_SUSPENDED, NULL);
  CHECK (thread != NULL);
  rt_sleep (MS); /* All threads of the runtime have begun.  */
  inject (what, nth, times);
  ResumeThread (thread);
  WaitForSingleObject (thread, INFINITE);
}

static void
attaches (void)
{
  attaches_ ("HeapAlloc", 1, ALWAYS);
}

static void
attaches_slot (void)
{
  attaches_ ("TlsSetValue", 1, ALWAYS);
}

/* That it was not counted when it began is no harm.  */
static void
attaches_late (void)
{
  attaches_ ("TlsSetValue", 1, 1);
}

static unsigned long
runs_large (void *arg)
{
  (void) arg;
  return large (1);
}

/* Growable code on such a thread's own stack.  */
static void
attaches_data (void)
{
  void *thread = CreateThread (NULL, 0, runs_large, NULL, CREATE_SUSPENDED,
                               NULL);

  CHECK (thread != NULL);
  rt_sleep (MS);
  inject ("FlsSetValue", 1, ALWAYS);
  ResumeThread (thread);
  WaitForSingleObject (thread, INFINITE);
}

static void
attaches_goroutine (void)
{
  attaches_ ("commit", 1, ALWAYS);
}

/* The only thread blocks, and there is work.  */
static void
blocks_alone (void)
{
  inject ("CreateThread", 1, ALWAYS);
  CHECK_EQ (rt_go (run, NULL), 0);
  Sleep (INFINITE);
}

static const struct
{
  const char *setting; /* INJECT */
  void (*fn) (void);
  DWORD status;
  const char *message;
} tries[] = {
  { "TlsAlloc:1:1", at_start, 3,
    "fatal error: TlsAlloc gives no slot (error 1455)" },
  { "FlsAlloc:1:1", at_start, 3,
    "fatal error: FlsAlloc gives no slot (error 1455)" },
  { "TlsAlloc:2:1", at_start, 3,
    "fatal error: TlsAlloc gives no slot (error 1455)" },
  { "TlsSetValue:1:1000000000", at_start, 3,
    "fatal error: no memory for a thread's slot (error 1455)" },
  { "HeapAlloc:1:1", at_start, 3,
    "fatal error: image_register: out of memory" },
  { "AddVectoredExceptionHandler:1:1", at_start, 3,
    "fatal error: no vectored exception handler (error 1455)" },
  { "GetModuleHandleExW:1:1", at_start, 3,
    "fatal error: libruntime's module is unknown (error 1455)" },
  { "CreateEventW:1:1", at_start, 3,
    "fatal error: Windows gives no event (error 1455)" },
  { "CreateWaitableTimerExW:1:2", at_start, 3,
    "fatal error: Windows gives no timer (error 1455)" },
  { "CreateWaitableTimerExW:1:1", at_start, 77, "" },
  { "CreateThread:1:20", at_start, 3,
    "fatal error: Windows gives no more threads (error 1455)" },
  { "CreateThread:1:19", at_start, 77, "" },
  { "commit:1:1", at_start, 3, "fatal error: " },
  { NULL, grows_control, 2, "out of memory for a goroutine's stack" },
  { NULL, chains, 2, "out of memory for a goroutine's stack" },
  { NULL, grows_data, 2, "out of memory for a goroutine's data stack" },
  { NULL, attaches, 3, "fatal error: out of memory for a thread" },
  { NULL, attaches_slot, 3,
    "fatal error: no memory for a thread's slot (error 1455)" },
  { NULL, attaches_data, 3,
    "fatal error: no memory for a fiber's slot (error 1455)" },
  { NULL, attaches_late, 77, "" },
  { NULL, attaches_goroutine, 3,
    "fatal error: out of memory for a callback's goroutine" },
  { NULL, blocks_alone, 3,
    "fatal error: Windows gives no more threads (error 1455)" },
};

int
main (int argc, char **argv)
{
  size_t i;

  if (argc > 1)
    {
      tries[atoi (argv[1])].fn ();
      ExitProcess (77);
    }
  for (i = 0; i < sizeof tries / sizeof *tries; i++)
    {
      struct child child;
      char arg[10], *end;

      end = rt_test_add_number (arg, arg + sizeof arg, (intptr_t) i, 10);
      *end = 0;
      run_child (arg, "INJECT", tries[i].setting, 0, &child);
      if (child.status != tries[i].status)
        rt_test_write (child.output, child.output + strlen (child.output));
      CHECK_EQ (child.status, tries[i].status);
      if (child.status == 77)
        CHECK_STR (child.output, "");
      else
        {
          CHECK (strncmp (child.output, "libruntime: ", 12) == 0);
          child.output[12 + strlen (tries[i].message)] = 0;
          CHECK_STR (child.output + 12, tries[i].message);
        }
      rt_test_passed ();
    }
  return 0;
}
