/* start.c: the runtime comes up, and main becomes a goroutine.
   SPDX-License-Identifier: MIT  */

#include "rti-sched.h"

#include <stdlib.h>

#include "nonshared/rti-start.h"
#include "rti-debug.h"
#include "rti-fault.h"
#include "rti-image.h"
#include "rti-stack.h"
#include "rti-traceback.h"

#define VALUE_MAX     64 /* Characters of an environment variable.  */
#define MAXSTACK_MIN  ((size_t) 64 << 10)
#define MAXSTACK_MAX  ((size_t) 1 << 40)
#define MOVESTACK_MAX 1000000000

/* Werapi.h, which is broken in mingw-w64 10.  */
#define WER_FAULT_REPORTING_NO_UI 0x20
__declspec(dllimport) HRESULT WINAPI
    WerGetFlags (HANDLE process, DWORD *flags);
__declspec(dllimport) HRESULT WINAPI WerSetFlags (DWORD flags);

/* The value of the variable NAME in VALUE, or false: not set.  */
static bool
getvar (const char *name, char value[VALUE_MAX])
{
  DWORD n = GetEnvironmentVariableA (name, value, VALUE_MAX);

  if (n >= VALUE_MAX)
    rti_fatal_environment (name, "...", "want a shorter value");
  return n > 0;
}

/* The number S, which must be MIN to MAX, in *RESULT; with SIZE, a suffix K,
   M or G counts.  */
static bool
number (const char *s, size_t min, size_t max, bool size, size_t *result)
{
  const char *begin = s;
  size_t n = 0;

  for (; *s >= '0' && *s <= '9' && n <= max; s++)
    n = n * 10 + (size_t) (*s - '0');
  if (size && s > begin && n <= max)
    {
      unsigned int shift = *s == 'K'   ? 10
                           : *s == 'M' ? 20
                           : *s == 'G' ? 30
                                       : 0;

      if (shift)
        s++;
      n = n <= (max >> shift) ? n << shift : max + 1;
    }
  if (s == begin || *s || n < min || n > max)
    return false;
  *result = n;
  return true;
}

/* The same of the variable NAME, if it is set.  */
static void
getnumber (const char *name, size_t min, size_t max, bool size,
           const char *want, size_t *result)
{
  char value[VALUE_MAX];

  if (getvar (name, value) && !number (value, min, max, size, result))
    rti_fatal_environment (name, value, want);
}

/* What follows the word WORD at the beginning of S, or NULL.  */
static const char *
after (const char *s, const char *word)
{
  for (; *word; s++, word++)
    if (*s != *word)
      return NULL;
  return s;
}

static bool
equal (const char *a, const char *b)
{
  const char *rest = after (a, b);

  return rest && *rest == '\0';
}

/* RT_DEBUG is a list of words.  */
static void
getdebug (void)
{
  char value[VALUE_MAX], *s = value, *comma;
  const char *rest;

  if (!getvar ("RT_DEBUG", value))
    return;
  for (; s; s = comma)
    {
      for (comma = s; *comma && *comma != ','; comma++)
        ;
      if (*comma)
        *comma++ = '\0';
      else
        comma = NULL;
      rest = after (s, "movestack=");
      if (equal (s, "movestack"))
        rti_movestack = 1;
      else if (equal (s, "stacks"))
        rti_debug_stacks = true;
      else if (equal (s, "sched"))
        rti_debug_sched = true;
      else if (*s
               && !(rest
                    && number (rest, 1, MOVESTACK_MAX, false, &rti_movestack)))
        rti_fatal_environment ("RT_DEBUG", s,
                               "want movestack, movestack=N,"
                               " stacks or sched");
    }
}

bool rti_wine;

/* ntdll's; tells whether the process is on its way out.  */
static BOOLEAN (NTAPI *shutting_down) (void);

bool
rti_process_ends (void)
{
  return shutting_down && shutting_down ();
}

/* What takes the loader's lock.  A thread that holds it, in a DllMain, may
   wait for the rest of the initialisation, so this is not part of that.  Any
   number of threads may do it, over and over.  */
static void
init_modules (void)
{
  HMODULE ntdll = GetModuleHandleA ("ntdll");
  HMODULE self;

  rti_wine = GetProcAddress (ntdll, "wine_get_version") != NULL;
  shutting_down = (BOOLEAN (NTAPI *) (void)) (uintptr_t) GetProcAddress (
      ntdll, "RtlDllShutdownInProgress");
  /* The image that we are in, be it the DLL or whoever has the archive, must
     be there as long as the process is: its threads are, and its vectored
     handler.  */
  if (!GetModuleHandleExW (GET_MODULE_HANDLE_EX_FLAG_PIN
                               | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           (LPCWSTR) (uintptr_t) init_modules, &self))
    rti_fatal_windows ("libruntime's module is unknown", GetLastError ());
}

/* Nothing here takes the loader's lock.  */
static BOOL CALLBACK
init (PINIT_ONCE once, PVOID unused, PVOID *context)
{
  SYSTEM_INFO info;
  size_t procs;
  uint32_t i;

  (void) once;
  (void) unused;
  (void) context;
  rti_tls_init ();
  rti_fiber_init ();
  rti_stack_init ();
  getdebug ();
  GetSystemInfo (&info);
  procs = info.dwNumberOfProcessors;
  if (procs > RTI_MAXPROCS_MAX)
    procs = RTI_MAXPROCS_MAX;
  getnumber ("RT_MAXPROCS", 1, RTI_MAXPROCS_MAX, false,
             "want a number from 1 to 256", &procs);
  getnumber ("RT_MAXSTACK", MAXSTACK_MIN, MAXSTACK_MAX, true,
             "want bytes, from 64K to 1024G", &rti_maxstack);
  rti_nprocs = (uint32_t) procs;
  for (i = rti_nprocs; i-- > 0;)
    {
      rti_procs[i].id = i;
      rti_idlep_put (&rti_procs[i]);
    }
  rti_sched.started = 1;
  rt_image_thread (DLL_THREAD_ATTACH); /* The thread that calls.  */
  rti_image_init ();
  rti_fault_init ();
  return TRUE;
}

void
rti_init (void)
{
  static INIT_ONCE once = INIT_ONCE_STATIC_INIT;

  if (!rti_sched.ready)
    {
      init_modules ();
      InitOnceExecuteOnce (&once, init, NULL, NULL);
      rti_sched.ready = 1;
    }
}

/* Goroutines return to other addresses than their thread's shadow stack has.
   Windows forgives that only in modules that are not marked as compatible with
   one, and the DLLs of Windows are (winnt.h's documentation of this struct;
   Windows below 10 knows of no such thing).  Wine 8.0 says yes to anything and
   leaves the struct as it is.  */
static void
check_shadow_stack (void)
{
  PROCESS_MITIGATION_USER_SHADOW_STACK_POLICY policy = { 0 };

  if (GetProcessMitigationPolicy (GetCurrentProcess (),
                                  ProcessUserShadowStackPolicy, &policy,
                                  sizeof policy)
      && policy.EnableUserShadowStack && !policy.AuditUserShadowStack)
    rti_fatal ("goroutines cannot run in this process: it has shadow stacks"
               " (CET, hardware-enforced stack protection)");
}

/* sysmon's thread cannot start while the loader's lock is held, as it is
   when an image registers; the first goroutine is early enough.  */
void
rti_init_threads (void)
{
  static volatile LONG started;

  rti_init ();
  if (!started && !InterlockedExchange (&started, 1))
    {
      check_shadow_stack ();
      rti_sysmon_start ();
    }
}

/* A program of ours that crashes ends at once, with a message on standard
   error: nobody has to click a dialog away.  What the program sets later
   counts, and children inherit the error mode, as ever.  (Go's
   preventErrorDialogs does the same.)  */
static void
prevent_dialogs (void)
{
  DWORD flags = 0;

  if (rti_traceback_level () == RTI_TRACEBACK_WER)
    return;
  SetErrorMode (GetErrorMode () | SEM_FAILCRITICALERRORS
                | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
  WerGetFlags (GetCurrentProcess (), &flags);
  WerSetFlags (flags | WER_FAULT_REPORTING_NO_UI);
}

/* Root's last act: end the process with main's result.  */
void
rti_main_exit (int status)
{
  exit (status);
}

/* Known to asm (rti_gstart_main).  */
static struct
{
  uintptr_t args[4];
  uint32_t mxcsr;
  uint16_t fcw;
} main_begin;

_Static_assert(offsetof (__typeof__ (main_begin), mxcsr) == 0x20
                   && offsetof (__typeof__ (main_begin), fcw) == 0x24,
               "switch.S reads them there");

void
rt_start_main (void *fn, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d)
{
  struct rt_m *m;
  struct rt_g *g;

  __asm__ volatile("stmxcsr\t%0" : "=m"(main_begin.mxcsr));
  __asm__ volatile("fnstcw\t%0" : "=m"(main_begin.fcw));
  rti_init_threads ();
  m = rti_m_self ();
  if (!m->foreign || m->curg
      || InterlockedExchange (&rti_sched.main_started, 1))
    rti_fatal ("rt_start: called by a goroutine, or twice");
  main_begin.args[0] = a;
  main_begin.args[1] = b;
  main_begin.args[2] = c;
  main_begin.args[3] = d;
  g = rti_g_new (m, (uintptr_t) fn, (uintptr_t) &main_begin, rti_gstart_main);
  if (!g)
    rti_fatal ("out of memory for the first goroutine");
  rti_abort_init ();
  prevent_dialogs ();
  InterlockedIncrement (&rti_sched.ngoroutine);
  g->status = RTI_G_RUNNABLE;
  rti_lock_take (&rti_sched.lock);
  m->p = rti_idlep_get ();
  if (m->p)
    m->p->m = m;
  m->foreign = false; /* With the p: rti_check_dead looks.  */
  rti_lock_give (&rti_sched.lock);
  rti_enqueue (g);
  rti_fiber_start (m);
  rti_mstart (m);
  /* A goroutine that was bound to this thread has ended.  The process must
     live on, and main's thread must not return.  */
  for (;;)
    Sleep (INFINITE);
}

void
rt_start (int (*fn) (void *), void *arg)
{
  rt_start_main ((void *) (uintptr_t) fn, (uintptr_t) arg, 0, 0, 0);
}
