/* Plain code that runs callbacks on fibers.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "fiber.h"

struct job
{
  void *back;
  int (*callback) (int);
  int arg, result;
};

static VOID CALLBACK
fiber_main (void *arg)
{
  struct job *job = arg;

  CHECK (GetFiberData () == arg);
  job->result = job->callback (job->arg);
  SwitchToFiber (job->back);
}

int
on_fiber (int (*callback) (int), int arg)
{
  BOOL was = IsThreadAFiber ();
  struct job job = { NULL, callback, arg, 0 };
  NT_TIB *tib = (NT_TIB *) NtCurrentTeb ();
  void *base = tib->StackBase, *fiber;

  job.back = was ? GetCurrentFiber () : ConvertThreadToFiber (NULL);
  CHECK (job.back != NULL);
  fiber = CreateFiber (0x20000, fiber_main, &job);
  CHECK (fiber != NULL);
  SwitchToFiber (fiber);
  CHECK (tib->StackBase == base);
  DeleteFiber (fiber);
  if (!was)
    CHECK (ConvertFiberToThread ());
  return job.result;
}

struct thread
{
  int (*callback) (int);
  int arg, result;
};

static DWORD WINAPI
thread_main (void *arg)
{
  struct thread *thread = arg;

  thread->result = on_fiber (thread->callback, thread->arg);
  return 0;
}

int
on_thread_and_fiber (int (*callback) (int), int arg)
{
  struct thread thread = { callback, arg, 0 };
  HANDLE handle = CreateThread (NULL, 0, thread_main, &thread, 0, NULL);

  CHECK_EQ (WaitForSingleObject (handle, 30000), WAIT_OBJECT_0);
  CloseHandle (handle);
  return thread.result;
}

/* -- A generator ------------------------------------------------------- */

static void *user, *generator;
static int value;

static VOID CALLBACK
generator_main (void *arg)
{
  (void) arg;
  for (;;)
    {
      value++;
      SwitchToFiber (user);
    }
}

void *
generator_begin (void)
{
  user = ConvertThreadToFiber (NULL);
  generator = CreateFiber (0, generator_main, NULL);
  CHECK (user != NULL && generator != NULL);
  return generator;
}

int
generator_value (void)
{
  return value;
}

void
generator_end (void)
{
  DeleteFiber (generator);
  CHECK (ConvertFiberToThread ());
}
