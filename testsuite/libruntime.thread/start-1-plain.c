/* Threads that begin before main does: in a TLS callback, that is under the
   loader's lock, and in constructors.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "start.h"

static volatile LONG ended;
static int (*volatile callback) (int);

static DWORD WINAPI
early_main (void *arg)
{
  int n = (int) (intptr_t) arg;

  CHECK_EQ (growable (n), n + 1);
  /* As soon as a constructor has made it.  */
  while (!callback)
    Sleep (0);
  CHECK_EQ (callback (n), n + 2);
  CHECK_EQ (growable (n), n + 1);
  InterlockedIncrement (&ended);
  return 0;
}

static void
start (int n)
{
  HANDLE thread = CreateThread (NULL, 0, early_main, (void *) (intptr_t) n, 0,
                                NULL);

  CHECK (thread != NULL);
  CloseHandle (thread);
}

static VOID NTAPI
tls_callback (PVOID module, DWORD reason, PVOID reserved)
{
  (void) module;
  (void) reserved;
  if (reason == DLL_PROCESS_ATTACH)
    start (1);
}

/* Before libruntime's, and behind it.  */
static const PIMAGE_TLS_CALLBACK first
    __attribute__ ((section (".CRT$XLA1"), used)) = tls_callback;
static const PIMAGE_TLS_CALLBACK last
    __attribute__ ((section (".CRT$XLC1"), used)) = tls_callback;

void
start_with (int (*made) (int), int n)
{
  callback = made;
  start (n);
}

int
threads_ended (void)
{
  return ended;
}
