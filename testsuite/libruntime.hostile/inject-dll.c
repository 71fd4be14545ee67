/* Stands between libruntime and Windows: see inject.h.  */

#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0602
#include <windows.h>
#include <tlhelp32.h>

#define INJECT_DLL
#include "inject.h"

#include "rt-test.h"

static const char *volatile armed;
static volatile LONG first, last, calls, failed;
static volatile LONG nranges, nblocks, nrestored;

/* Whether this call of NAME is to fail.  */
static BOOL
fails (const char *name)
{
  LONG n;

  if (!armed || strcmp (armed, name) != 0)
    return FALSE;
  n = InterlockedIncrement (&calls);
  if (n < first || n >= last)
    return FALSE;
  InterlockedIncrement (&failed);
  SetLastError (ERROR_COMMITMENT_LIMIT);
  return TRUE;
}

/* -- In Windows' stead -------------------------------------------------- */

static LPVOID WINAPI
my_HeapAlloc (HANDLE heap, DWORD flags, SIZE_T size)
{
  LPVOID block = fails ("HeapAlloc") ? NULL : HeapAlloc (heap, flags, size);

  if (block)
    InterlockedIncrement (&nblocks);
  return block;
}

static BOOL WINAPI
my_HeapFree (HANDLE heap, DWORD flags, LPVOID block)
{
  InterlockedDecrement (&nblocks);
  return HeapFree (heap, flags, block);
}

static LPVOID WINAPI
my_VirtualAlloc (LPVOID at, SIZE_T size, DWORD type, DWORD protect)
{
  LPVOID range = NULL;

  if (!fails ("VirtualAlloc") && !((type & MEM_COMMIT) && fails ("commit")))
    range = VirtualAlloc (at, size, type, protect);

  if (range && (type & MEM_RESERVE))
    InterlockedIncrement (&nranges);
  return range;
}

static BOOL WINAPI
my_VirtualFree (LPVOID at, SIZE_T size, DWORD type)
{
  if (type & MEM_RELEASE)
    InterlockedDecrement (&nranges);
  return VirtualFree (at, size, type);
}

static BOOL WINAPI
my_VirtualProtect (LPVOID at, SIZE_T size, DWORD protect, PDWORD old)
{
  return !fails ("VirtualProtect") && VirtualProtect (at, size, protect, old);
}

static HANDLE WINAPI
my_CreateThread (LPSECURITY_ATTRIBUTES security, SIZE_T stack,
                 LPTHREAD_START_ROUTINE fn, LPVOID arg, DWORD flags,
                 LPDWORD id)
{
  return fails ("CreateThread")
             ? NULL : CreateThread (security, stack, fn, arg, flags, id);
}

static DWORD WINAPI
my_TlsAlloc (void)
{
  return fails ("TlsAlloc") ? TLS_OUT_OF_INDEXES : TlsAlloc ();
}

static DWORD WINAPI
my_FlsAlloc (PFLS_CALLBACK_FUNCTION fn)
{
  return fails ("FlsAlloc") ? FLS_OUT_OF_INDEXES : FlsAlloc (fn);
}

static BOOL WINAPI
my_TlsSetValue (DWORD index, LPVOID value)
{
  return !fails ("TlsSetValue") && TlsSetValue (index, value);
}

static BOOL WINAPI
my_FlsSetValue (DWORD index, PVOID value)
{
  return !fails ("FlsSetValue") && FlsSetValue (index, value);
}

static HANDLE WINAPI
my_CreateEventW (LPSECURITY_ATTRIBUTES security, BOOL manual, BOOL state,
                 LPCWSTR name)
{
  return fails ("CreateEventW")
             ? NULL : CreateEventW (security, manual, state, name);
}

static HANDLE WINAPI
my_CreateWaitableTimerExW (LPSECURITY_ATTRIBUTES security, LPCWSTR name,
                           DWORD flags, DWORD access)
{
  return fails ("CreateWaitableTimerExW")
             ? NULL : CreateWaitableTimerExW (security, name, flags, access);
}

static BOOL WINAPI
my_SetWaitableTimer (HANDLE timer, const LARGE_INTEGER *due, LONG period,
                     PTIMERAPCROUTINE fn, LPVOID arg, BOOL resume)
{
  return !fails ("SetWaitableTimer")
         && SetWaitableTimer (timer, due, period, fn, arg, resume);
}

/* As ntdll's RtlGuardRestoreContext does it in a process with CFG.  */
static void
guard (const CONTEXT *context)
{
  const NT_TIB *tib = (const NT_TIB *) NtCurrentTeb ();
  ULONG_PTR lo, hi;

  GetCurrentThreadStackLimits (&lo, &hi);
  CHECK (context->Rsp >= lo && context->Rsp < (ULONG_PTR) tib->StackBase);
  InterlockedIncrement (&nrestored);
}

static VOID NTAPI
my_RtlRestoreContext (PCONTEXT context, struct _EXCEPTION_RECORD *record)
{
  guard (context);
  RtlRestoreContext (context, record);
}

static PVECTORED_EXCEPTION_HANDLER handler;

static LONG CALLBACK
guarded (EXCEPTION_POINTERS *info)
{
  LONG answer = handler (info);

  if (answer == EXCEPTION_CONTINUE_EXECUTION)
    guard (info->ContextRecord);
  return answer;
}

static PVOID WINAPI
my_AddVectoredExceptionHandler (ULONG front, PVECTORED_EXCEPTION_HANDLER fn)
{
  if (fails ("AddVectoredExceptionHandler"))
    return NULL;
  handler = fn;
  return AddVectoredExceptionHandler (front, guarded);
}

static BOOL WINAPI
my_GetModuleHandleExW (DWORD flags, LPCWSTR name, HMODULE *module)
{
  return !fails ("GetModuleHandleExW")
         && GetModuleHandleExW (flags, name, module);
}

static HANDLE WINAPI
my_CreateToolhelp32Snapshot (DWORD flags, DWORD process)
{
  return fails ("CreateToolhelp32Snapshot")
             ? INVALID_HANDLE_VALUE
             : CreateToolhelp32Snapshot (flags, process);
}

static HANDLE WINAPI
my_OpenThread (DWORD access, BOOL inherit, DWORD thread)
{
  return fails ("OpenThread") ? NULL : OpenThread (access, inherit, thread);
}

/* Not failing, but answering as in a process that has shadow stacks; with
   INJECT=...:2:1, where that is for the event log only.  */
static BOOL WINAPI
my_GetProcessMitigationPolicy (HANDLE process, PROCESS_MITIGATION_POLICY what,
                               PVOID buffer, SIZE_T size)
{
  BOOL done = GetProcessMitigationPolicy (process, what, buffer, size);

  if (armed && strcmp (armed, "GetProcessMitigationPolicy") == 0
      && what == ProcessUserShadowStackPolicy && size == sizeof (DWORD))
    {
      *(DWORD *) buffer = first == 2 ? 3 : 1;
      return TRUE;
    }
  return done;
}

#define HOOK(name) { #name, (void *) (uintptr_t) my_##name }

static const struct
{
  const char *name;
  void *fn;
} hooks[] = {
  HOOK (HeapAlloc),
  HOOK (HeapFree),
  HOOK (VirtualAlloc),
  HOOK (VirtualFree),
  HOOK (VirtualProtect),
  HOOK (CreateThread),
  HOOK (TlsAlloc),
  HOOK (FlsAlloc),
  HOOK (TlsSetValue),
  HOOK (FlsSetValue),
  HOOK (CreateEventW),
  HOOK (CreateWaitableTimerExW),
  HOOK (SetWaitableTimer),
  HOOK (AddVectoredExceptionHandler),
  HOOK (GetModuleHandleExW),
  HOOK (CreateToolhelp32Snapshot),
  HOOK (OpenThread),
  HOOK (RtlRestoreContext),
  HOOK (GetProcessMitigationPolicy),
};

/* -- Rubbish ------------------------------------------------------------- */

/* The functions that libruntime imports and that return 32 bits or less.  */
static const char *const narrow[] = {
  "CloseHandle", "DuplicateHandle", "FlsSetValue", "FlushProcessWriteBuffers",
  "GetCurrentProcessId", "GetCurrentThreadId", "GetEnvironmentVariableA",
  "GetErrorMode", "GetFileSizeEx", "GetLastError", "GetModuleFileNameW",
  "GetModuleHandleExW", "GetProcessMitigationPolicy", "GetThreadContext",
  "HeapFree", "InitOnceExecuteOnce", "InitializeContext", "IsThreadAFiber",
  "QueryPerformanceCounter", "QueryPerformanceFrequency",
  "SetConsoleCtrlHandler", "SetErrorMode", "SetEvent", "SetLastError",
  "SetWaitableTimer", "Sleep", "SuspendThread", "TerminateProcess",
  "Thread32First", "Thread32Next", "TlsSetValue", "VirtualFree",
  "VirtualProtect", "WaitForMultipleObjects", "WaitForSingleObject",
  "WaitOnAddress", "WakeByAddressSingle", "WerGetFlags", "WerSetFlags",
  "WriteFile"
};

#define NARROW (sizeof narrow / sizeof *narrow)

void *rubbish_real[64];
extern char rubbish_stubs[];

/* Stub I has I in eax and jumps to the common part, which calls
   rubbish_real[I] with what may be up to eight arguments.  */
__asm__ (
  "     .text\n"
  "     .globl  rubbish_stubs\n"
  "rubbish_stubs:\n"
  "     .set    i, 0\n"
  "     .rept   64\n"
  "     .p2align 4\n"
  "     movl    $i, %eax\n"
  "     jmp     rubbish\n"
  "     .set    i, i + 1\n"
  "     .endr\n"
  "     .p2align 4\n"
  "     .seh_proc rubbish\n"
  "rubbish:\n"
  "     pushq   %rbp\n  .seh_pushreg %rbp\n"
  "     movq    %rsp, %rbp\n        .seh_setframe %rbp, 0\n"
  "     subq    $0x40, %rsp\n       .seh_stackalloc 0x40\n"
  "     .seh_endprologue\n"
  "     .irp    n, 0x20, 0x28, 0x30, 0x38\n"
  "     movq    0x10+\\n(%rbp), %r10\n"
  "     movq    %r10, \\n(%rsp)\n"
  "     .endr\n"
  "     leaq    rubbish_real(%rip), %r11\n"
  "     call    *(%r11,%rax,8)\n"
  "     movl    %eax, %eax\n"
  "     movabsq $0xdeadbeef00000000, %r10\n"
  "     orq     %r10, %rax\n"
  "     leaq    (%rbp), %rsp\n"
  "     popq    %rbp\n"
  "     ret\n"
  "     .seh_endproc\n");

/* -- Getting there ------------------------------------------------------- */

/* Let FN, unless it is NULL, be what MODULE imports as NAME.  Returns what it
   was, or NULL.  */
static void *
patch (char *module, const char *name, void *fn)
{
  void *before = NULL;
  const IMAGE_DOS_HEADER *dos = (const IMAGE_DOS_HEADER *) module;
  const IMAGE_NT_HEADERS *nt
      = (const IMAGE_NT_HEADERS *) (module + dos->e_lfanew);
  const IMAGE_IMPORT_DESCRIPTOR *dll
      = (const IMAGE_IMPORT_DESCRIPTOR *)
        (module + nt->OptionalHeader.DataDirectory
                      [IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress);

  for (; dll->Name; dll++)
    {
      const uintptr_t *names
          = (const uintptr_t *) (module + dll->OriginalFirstThunk);
      uintptr_t *slots = (uintptr_t *) (module + dll->FirstThunk);

      for (; *names; names++, slots++)
        if (!IMAGE_SNAP_BY_ORDINAL64 (*names)
            && strcmp (module + *names + 2, name) == 0)
          {
            DWORD old;

            before = (void *) *slots;
            if (!fn)
              continue;
            CHECK (VirtualProtect (slots, sizeof *slots, PAGE_READWRITE,
                                   &old));
            *slots = (uintptr_t) fn;
          }
    }
  return before;
}

void
inject (const char *name, long nth, long times)
{
  armed = NULL;
  first = nth;
  last = nth + times;
  calls = failed = 0;
  armed = name;
}

long
injected (void)
{
  return failed;
}

/* The module that has libruntime.  */
static char *
target (void)
{
  char *module = (char *) GetModuleHandleA ("libruntime-1.dll");

  return module ? module : (char *) GetModuleHandleA (NULL);
}

int
leave_rubbish (void)
{
  static int n;
  int i;

  for (i = n ? (int) NARROW : 0; i < (int) NARROW; i++)
    {
      /* Other threads may call it at any time.  */
      rubbish_real[i] = patch (target (), narrow[i], NULL);
      if (!rubbish_real[i])
        continue;
      patch (target (), narrow[i], rubbish_stubs + 16 * i);
      n++;
    }
  return n;
}

long
ranges (void)
{
  return nranges;
}

long
blocks (void)
{
  return nblocks;
}

long
restored (void)
{
  return nrestored;
}

BOOL WINAPI
DllMain (HINSTANCE self, DWORD reason, LPVOID reserved)
{
  static char setting[100];
  char *colon;
  size_t i;

  (void) self;
  (void) reserved;
  if (reason != DLL_PROCESS_ATTACH)
    return TRUE;
  for (i = 0; i < sizeof hooks / sizeof *hooks; i++)
    patch (target (), hooks[i].name, hooks[i].fn);
  if (GetEnvironmentVariableA ("RUBBISH", setting, sizeof setting))
    leave_rubbish ();
  if (GetEnvironmentVariableA ("INJECT", setting, sizeof setting)
      && (colon = strchr (setting, ':')) != NULL)
    {
      *colon++ = 0;
      first = atoi (colon);
      last = first + atoi (strchr (colon, ':') + 1);
      armed = setting;
    }
  return TRUE;
}
