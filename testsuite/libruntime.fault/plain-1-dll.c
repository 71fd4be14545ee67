/* Plain code with structured handlers, which MinGW's C has not: __try and
   __except as a function, and what faults.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <setjmp.h>

#define MINE 0xe0001234

EXCEPTION_DISPOSITION seh_handler (EXCEPTION_RECORD *record, void *frame,
                                   CONTEXT *context,
                                   DISPATCHER_CONTEXT *dispatcher);
extern char seh_caught[];

/* Catch faults and MINE: go on at seh_caught with the code's low half.  */
EXCEPTION_DISPOSITION
seh_handler (EXCEPTION_RECORD *record, void *frame, CONTEXT *context,
             DISPATCHER_CONTEXT *dispatcher)
{
  (void) context;
  if (record->ExceptionFlags & 0x66) /* Unwinding.  */
    return ExceptionContinueSearch;
  if (record->ExceptionCode != EXCEPTION_ACCESS_VIOLATION
      && record->ExceptionCode != EXCEPTION_INT_DIVIDE_BY_ZERO
      && record->ExceptionCode != MINE)
    return ExceptionContinueSearch;
  RtlUnwindEx (frame, seh_caught, record,
               (void *) (uintptr_t) (record->ExceptionCode & 0xffff),
               dispatcher->ContextRecord, dispatcher->HistoryTable);
  return ExceptionContinueSearch;
}

/* int seh_try (int (*fn) (int), int n): fn (n), or what seh_handler gives.  */
__asm__ (".globl seh_try, seh_caught\n"
         "\t.seh_proc seh_try\n"
         "\t.seh_handler seh_handler, @except, @unwind\n"
         "seh_try:\tsubq $40, %rsp\n"
         "\t.seh_stackalloc 40\n"
         "\t.seh_endprologue\n"
         "\tmovq %rcx, %rax\n"
         "\tmovl %edx, %ecx\n"
         "\tcall *%rax\n"
         "\tnop\n"
         "seh_caught:\n"
         "\tnop\n"
         "\taddq $40, %rsp\n"
         "\tret\n"
         "\t.seh_endproc\n"
         "\t.section .drectve\n"
         "\t.ascii \" -export:seh_try\"\n"
         "\t.text");
int seh_try (int (*fn) (int), int n);

/* The kinds of faults.  */
__declspec (dllexport) int __attribute__ ((noinline))
plain_fault (int n)
{
  volatile int zero = 0;

  if (n % 4 == 0)
    return *(volatile int *) (uintptr_t) (n + 16);
  if (n % 4 == 1)
    return n / zero;
  if (n % 4 == 2)
    RaiseException (MINE, 0, 0, NULL);
  return n;
}

/* Faults, and catches.  */
__declspec (dllexport) int
plain_catch (int n)
{
  volatile char frame[100];

  frame[n % 100] = 3;
  return seh_try (plain_fault, n) + frame[n % 100];
}

static jmp_buf target;

/* The same by setjmp and longjmp.  */
__declspec (dllexport) int
plain_jump_try (int (*fn) (int), int n)
{
  int r = setjmp (target);

  return r ? r : fn (n);
}

__declspec (dllexport) void
plain_jump (int n)
{
  longjmp (target, n + 1);
}

/* Run seh_try (FN, N) on a thread of its own.  */
struct job
{
  int (*fn) (int);
  int n, times, result;
};

static DWORD WINAPI
run_job (void *arg)
{
  struct job *job = arg;

  for (int i = 0; i < job->times; i++)
    job->result += seh_try (job->fn, job->n);
  return 0;
}

__declspec (dllexport) int
plain_thread (int (*fn) (int), int n, int times)
{
  struct job job = { fn, n, times, 0 };
  HANDLE thread = CreateThread (NULL, 0, run_job, &job, 0, NULL);

  WaitForSingleObject (thread, INFINITE);
  CloseHandle (thread);
  return job.result;
}

__declspec (dllexport) size_t
plain_where (void)
{
  return (size_t) __builtin_frame_address (0);
}
