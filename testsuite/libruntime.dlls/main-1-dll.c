/* DllMain and TLS callbacks of growable code.  */

#include "dll-test.h"
#include "rt.h"

static volatile LONG attached, detached, tls_attached, tls_detached;
static volatile LONG ran;
static int (*callback) (int);
static HANDLE done;

static int
called_back (int n)
{
  volatile int x = 0;

  CHECK (!on_system_stack ());
  return descend (n, &x);
}

/* Begins when the loader's lock is free again.  */
static void
later (void *arg)
{
  volatile int x = 0;

  CHECK (!on_system_stack ());
  ran = descend ((int) (intptr_t) arg, &x);
  SetEvent (done);
}

/* What the loader calls runs on the thread's own stack, and grows as plain
   code does.  */
static void
look (int deep)
{
  volatile int x = 0;

  CHECK (on_system_stack ());
  CHECK_EQ (descend (deep, &x), deep);
  CHECK_EQ (rt_park (), RT_ENOTG);
}

static void NTAPI
tls_callback (void *module, DWORD reason, void *reserved)
{
  (void) module;
  (void) reserved;
  look (200);
  if (reason == DLL_PROCESS_ATTACH || reason == DLL_THREAD_ATTACH)
    InterlockedIncrement (&tls_attached);
  else
    InterlockedIncrement (&tls_detached);
}

static const PIMAGE_TLS_CALLBACK tls
  __attribute__ ((section (".CRT$XLM"), used)) = tls_callback;

BOOL WINAPI
DllMain (HINSTANCE module, DWORD reason, LPVOID reserved)
{
  void *new;

  (void) module;
  (void) reserved;
  look (300);
  switch (reason)
    {
    case DLL_PROCESS_ATTACH:
      done = CreateEventA (NULL, TRUE, FALSE, NULL);
      CHECK_EQ (rt_callback_new (called_back, "i(i)", &new), 0);
      callback = (int (*) (int)) (uintptr_t) new;
      CHECK_EQ (callback (1000), 1000);
      CHECK_EQ (rt_go (later, (void *) 500), 0);
      break;
    case DLL_THREAD_ATTACH:
      InterlockedIncrement (&attached);
      break;
    case DLL_THREAD_DETACH:
      InterlockedIncrement (&detached);
      break;
    case DLL_PROCESS_DETACH:
      CHECK_EQ (rt_callback_free ((void *) (uintptr_t) callback), 0);
      break;
    }
  return TRUE;
}

/* How deep the goroutine went that DllMain started.  */
__declspec (dllexport) int
result (void)
{
  CHECK_EQ (WaitForSingleObject (done, INFINITE), 0);
  return (int) ran;
}

/* How often a thread came to DllMain and the TLS callback, and left.  */
__declspec (dllexport) void
counts (int *come, int *gone)
{
  *come = (int) (attached < tls_attached ? attached : tls_attached);
  *gone = (int) (detached < tls_detached ? detached : tls_detached);
}
