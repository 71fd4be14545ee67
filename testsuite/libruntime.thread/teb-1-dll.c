/* Looks at this thread's TEB, at any time, a thread's and the process's end
   too.  */

#define _WIN32_WINNT 0x0602
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"

/* winternl.h has neither: peers' and our own measurements (offsets.tbl).  */
#define DEALLOCATION_STACK     0x1478
#define GUARANTEED_STACK_BYTES 0x1748

static DWORD index;
static volatile int looks;

static uintptr_t
teb_word (size_t offset)
{
  return *(uintptr_t *) ((char *) NtCurrentTeb () + offset);
}

/* What this thread asks for: not what its neighbours do.  */
static ULONG
guarantee (void)
{
  return 0x3000 + GetCurrentThreadId () / 4 % 4 * 0x1000;
}

/* The thread's own stack is in force, and nothing of it is another's.  What
   is in use of it begins above a guard page, and ends where it does.  */
__declspec (dllexport) void
look_at_teb (void)
{
  NT_TIB *tib = (NT_TIB *) NtCurrentTeb ();
  uintptr_t here = (uintptr_t) &tib, list = (uintptr_t) tib->ExceptionList;
  MEMORY_BASIC_INFORMATION info;

  CHECK (here >= (uintptr_t) tib->StackLimit);
  CHECK (here < (uintptr_t) tib->StackBase);
  CHECK (VirtualQuery (&tib, &info, sizeof info));
  CHECK_EQ (teb_word (DEALLOCATION_STACK), (uintptr_t) info.AllocationBase);
  CHECK ((uintptr_t) tib->StackLimit > (uintptr_t) info.AllocationBase);
  CHECK (VirtualQuery (tib->StackLimit, &info, sizeof info));
  CHECK_EQ (info.State, MEM_COMMIT);
  CHECK_EQ (info.Protect, PAGE_READWRITE);
  CHECK_EQ ((uintptr_t) info.BaseAddress, (uintptr_t) tib->StackLimit);
  CHECK_EQ ((uintptr_t) info.BaseAddress + info.RegionSize,
            (uintptr_t) tib->StackBase);
  CHECK (VirtualQuery ((char *) tib->StackLimit - 1, &info, sizeof info));
  CHECK (info.State != MEM_COMMIT || (info.Protect & PAGE_GUARD));
  /* No frame of a function that is gone.  */
  CHECK (list == 0 || list == UINTPTR_MAX
         || (list > here && list < (uintptr_t) tib->StackBase));
  if (TlsGetValue (index))
    {
      CHECK_EQ ((uint32_t) teb_word (GUARANTEED_STACK_BYTES), guarantee ());
      CHECK_EQ (tib->ArbitraryUserPointer, TlsGetValue (index));
    }
  InterlockedIncrement ((volatile LONG *) &looks);
}

/* From now on this thread has a guarantee, and a word of its own.  */
__declspec (dllexport) void
own_teb (void)
{
  ULONG bytes = guarantee ();
  void *word = (void *) (uintptr_t) (0x77000000 + GetCurrentThreadId ());

  CHECK (SetThreadStackGuarantee (&bytes));
  ((NT_TIB *) NtCurrentTeb ())->ArbitraryUserPointer = word;
  TlsSetValue (index, word);
  look_at_teb ();
}

__declspec (dllexport) int
looked (void)
{
  return looks;
}

/* Its vectored handler, on whatever stack a fault is: the bounds are those of
   the system stack.  */
static volatile uintptr_t base, limit, deallocation;
static volatile int watches;

static LONG CALLBACK
watch (EXCEPTION_POINTERS *info)
{
  NT_TIB *tib = (NT_TIB *) NtCurrentTeb ();

  (void) info;
  if (base)
    {
      CHECK_EQ ((uintptr_t) tib->StackBase, base);
      CHECK_EQ ((uintptr_t) tib->StackLimit, limit);
      CHECK_EQ (teb_word (DEALLOCATION_STACK), deallocation);
      watches++;
      base = 0;
    }
  return EXCEPTION_CONTINUE_SEARCH;
}

/* Let the handler look at the next exception.  */
__declspec (dllexport) void
watch_teb (void)
{
  NT_TIB *tib = (NT_TIB *) NtCurrentTeb ();

  limit = (uintptr_t) tib->StackLimit;
  deallocation = teb_word (DEALLOCATION_STACK);
  base = (uintptr_t) tib->StackBase;
}

__declspec (dllexport) int
watched (void)
{
  return watches;
}

/* The list of structured handlers: what Wine's own functions put there on
   x86_64 as well.  */
__declspec (dllexport) uintptr_t
exception_list (void)
{
  return (uintptr_t) ((NT_TIB *) NtCurrentTeb ())->ExceptionList;
}

static EXCEPTION_DISPOSITION
handle_nothing (EXCEPTION_RECORD *record, void *frame, CONTEXT *context,
                void *dispatcher)
{
  (void) record;
  (void) frame;
  (void) context;
  (void) dispatcher;
  return ExceptionContinueSearch;
}

__declspec (dllexport) void
call (void (*f) (void))
{
  NT_TIB *tib = (NT_TIB *) NtCurrentTeb ();
  struct
  {
    void *next;
    void *handler;
  } volatile own = { tib->ExceptionList, (void *) handle_nothing };

  tib->ExceptionList = (void *) &own;
  look_at_teb ();
  f ();
  look_at_teb ();
  CHECK_EQ (exception_list (), (uintptr_t) &own);
  tib->ExceptionList = own.next;
}

static DWORD WINAPI
thread_main (void *f)
{
  own_teb ();
  ((void (*) (void)) f) ();
  look_at_teb ();
  return 0;
}

/* F () on a thread with a TEB of its own.  */
__declspec (dllexport) void
call_on_thread (void (*f) (void))
{
  HANDLE thread = CreateThread (NULL, 0, thread_main, (void *) f, 0, NULL);

  CHECK_EQ (WaitForSingleObject (thread, 30000), WAIT_OBJECT_0);
  CloseHandle (thread);
}

BOOL WINAPI
DllMain (HINSTANCE dll, DWORD reason, LPVOID process_ends)
{
  static const char last[] = "the process's end, too\n";
  DWORD n;

  (void) dll;
  switch (reason)
    {
    case DLL_PROCESS_ATTACH:
      index = TlsAlloc ();
      AddVectoredExceptionHandler (TRUE, watch);
      own_teb ();
      break;
    case DLL_THREAD_ATTACH:
      own_teb ();
      break;
    case DLL_PROCESS_DETACH:
      look_at_teb ();
      if (process_ends)
        WriteFile (GetStdHandle (STD_OUTPUT_HANDLE), last, sizeof last - 1,
                   &n, NULL);
      break;
    default:
      look_at_teb ();
    }
  return TRUE;
}
