/* fault.c: faults in growable code.
   SPDX-License-Identifier: MIT

   Windows calls vectored handlers on the stack that faulted, before it
   looks whether that stack is the thread's.  Structured handlers it does
   not call for a control stack, which is not; without us the process
   would end without a word.  So for a thread on a control stack we have
   the last word: after the debugger and the handlers that were added to
   the front of the list, in place of structured ones.

   The handler only copies what is known about the fault to the system
   stack and lets the thread go on there, in report: a control stack has
   room for no more.  report first gives the program's unhandled exception
   filter its turn, as Windows does; that is what makes signal (SIGSEGV,
   ...) work.  If it declines, the fault is printed and the process
   ends.

   Faults in plain code are none of our business, but for one kind: a
   crossing called what is no code.  Nobody but us would know who did
   that.  */

#include "rti-fault.h"

#include "rti-image.h"
#include "rti-print.h"
#include "rti-stack.h"
#include "rti-traceback.h"
#include "rti-unwind.h"

#define STATUS        2      /* The exit status.  */
#define GUARD         0x1000 /* The page below a control stack.  */
#define UNTOUCHED     0x100  /* Bytes below rsp that it may use.  */
#define UNDER_HANDLER 0x400  /* Bytes that the handler's calls may use. */
#define XSTATE        0x40u  /* In ContextFlags: CONTEXT_XSTATE.  */

/* A fault, kept on the system stack: below m->g0sp, where nothing is while
   the m runs growable code, or below the handler.  */
struct fault
{
  CONTEXT context; /* Aligned to 16 bytes.  */
  EXCEPTION_RECORD record;
  struct rt_m *m;
  struct rt_g *g;
  bool crossing; /* The code is that of a crossing, on the
                    system stack.  */
};

/* The parts of crossings that call plain code (plaincall.S, syscall.S).  */
extern char rti_plaincall_sys[], rti_plaincall_sys_nb[];
extern char rti_plaincall_args[], rti_plaincall_args_nb[];
extern char rti_syscall_sys[], rti_syscall_args[];

/* The exceptions that we report, and how.  */
static const struct
{
  DWORD code;
  const char *name;
} exceptions[] = {
  { EXCEPTION_ACCESS_VIOLATION, "access violation" },
  { EXCEPTION_IN_PAGE_ERROR, "in-page error" },
  { EXCEPTION_INT_DIVIDE_BY_ZERO, "integer division by zero" },
  { EXCEPTION_INT_OVERFLOW, "integer overflow" },
  { EXCEPTION_ILLEGAL_INSTRUCTION, "illegal instruction" },
  { EXCEPTION_PRIV_INSTRUCTION, "privileged instruction" },
  { EXCEPTION_BREAKPOINT, "breakpoint" },
  { EXCEPTION_DATATYPE_MISALIGNMENT, "misaligned access" },
  { EXCEPTION_ARRAY_BOUNDS_EXCEEDED, "array bounds exceeded" },
  { EXCEPTION_STACK_OVERFLOW, "stack overflow" },
  { EXCEPTION_FLT_DENORMAL_OPERAND, "floating-point denormal operand" },
  { EXCEPTION_FLT_DIVIDE_BY_ZERO, "floating-point division by zero" },
  { EXCEPTION_FLT_INEXACT_RESULT, "floating-point inexact result" },
  { EXCEPTION_FLT_INVALID_OPERATION, "floating-point invalid operation" },
  { EXCEPTION_FLT_OVERFLOW, "floating-point overflow" },
  { EXCEPTION_FLT_STACK_CHECK, "floating-point stack check" },
  { EXCEPTION_FLT_UNDERFLOW, "floating-point underflow" },
  { 0xc00002b4, "floating-point fault" }, /* STATUS_FLOAT_MULTIPLE_ */
  { 0xc00002b5, "floating-point trap" },  /* FAULTS, _TRAPS: SSE.  */
};

/* How CODE is reported, or NULL.  */
static const char *
exception_name (DWORD code)
{
  for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
    if (exceptions[i].code == code)
      return exceptions[i].name;
  return NULL;
}

/* Whether FAULT is that code was to be run where there is none.  */
static bool
is_stray (const EXCEPTION_RECORD *record, const CONTEXT *context)
{
  return record->ExceptionCode == EXCEPTION_ACCESS_VIOLATION
         && record->NumberParameters >= 2
         && record->ExceptionInformation[1] == context->Rip;
}

/* -- On the system stack ----------------------------------------------- */

/* The word at gs:0x28.  */
static uintptr_t
limit_word (void)
{
  uintptr_t value;

  __asm__ volatile("movq\t%%gs:0x28, %0" : "=r"(value));
  return value;
}

/* Let it be VALUE.  (I2)  */
static void
set_limit_word (uintptr_t value)
{
  __asm__ volatile("movq\t%0, %%gs:0x28" : : "r"(value) : "memory");
}

/* Go on with the goroutine at FAULT's context.  Nothing but the switch
   itself may follow once the current g is set.  */
static void __attribute__ ((__noreturn__)) resume (struct fault *fault)
{
  if (!fault->crossing)
    {
      fault->m->tib28 = limit_word ();
      rti_setg (fault->g);
      set_limit_word (fault->g->limit);
    }
  RtlRestoreContext (&fault->context, NULL);
  rti_fatal ("fault: could not resume");
}

/* Print what FAULT is, without the beginning of the line.  */
static void
describe (const struct fault *fault, struct rti_text *text)
{
  const EXCEPTION_RECORD *record = &fault->record;
  DWORD code = record->ExceptionCode;
  uintptr_t addr = 0, lo = fault->g->stack->lo;
  bool access = (code == EXCEPTION_ACCESS_VIOLATION
                 || code == EXCEPTION_IN_PAGE_ERROR)
                && record->NumberParameters >= 2;

  if (access)
    addr = record->ExceptionInformation[1];
  if (access && addr < lo && addr >= lo - GUARD)
    rti_put (text, "stack overflow");
  else
    rti_put (text, exception_name (code));
  if (access)
    {
      rti_put (text, record->ExceptionInformation[0] == 0   ? " reading "
                     : record->ExceptionInformation[0] == 1 ? " writing "
                                                            : " executing ");
      rti_put_hex (text, addr);
    }
  rti_put (text, " at pc ");
  rti_put_hex (text, fault->context.Rip);
}

/* Print FAULT and end the process.  */
static void __attribute__ ((__noreturn__)) die (const struct fault *fault)
{
  static volatile LONG dying;
  enum rti_traceback_level level = rti_traceback_level ();
  const CONTEXT *context = &fault->context;
  struct rt_g *g = fault->g;
  struct rti_text text;

  if (InterlockedExchange (&dying, 1))
    Sleep (INFINITE); /* Another thread is doing so.  */
  text.length = 0;
  rti_put (&text, "libruntime: ");
  if (!fault->crossing)
    describe (fault, &text);
  else
    {
      rti_put (&text, (uintptr_t) fault->m->libcall.fn == context->Rip
                          ? "rt_syscall: "
                          : "call: ");
      rti_put_hex (&text, context->Rip);
      rti_put (&text, " is not the address of a function");
    }
  rti_put (&text, "\n");
  rti_put_end (&text);
  if (level >= RTI_TRACEBACK_SINGLE)
    {
      if (fault->crossing)
        rti_traceback (g, g->pc, g->sp, 0, false);
      else
        rti_traceback (g, context->Rip, context->Rsp, context->Rbp, true);
    }
  if (level >= RTI_TRACEBACK_ALL)
    rti_traceback_others (g);
  for (;;)
    TerminateProcess (GetCurrentProcess (), STATUS);
}

/* Where the thread goes on after the handler: as at the entry of a
   function, with nothing to return to.  */
static void __attribute__ ((__noreturn__)) report (struct fault *fault)
{
  EXCEPTION_POINTERS pointers = { &fault->record, &fault->context };
  LPTOP_LEVEL_EXCEPTION_FILTER filter;

  set_limit_word (fault->m->tib28);
  rti_setg (&fault->m->g0);
  if (!fault->crossing)
    {
      /* The filter may cause callbacks.  They go below what the goroutine
         has in use; and it must not move, with addresses of its stack in
         the context: report is no movable function.  */
      fault->g->sp = (fault->context.Rsp - UNTOUCHED) & ~(uintptr_t) 15;
      fault->g->pc = (uintptr_t) report;
    }
  /* Windows has no other way to ask for it.  */
  filter = SetUnhandledExceptionFilter (NULL);
  SetUnhandledExceptionFilter (filter);
  if (filter && filter (&pointers) == EXCEPTION_CONTINUE_EXECUTION)
    resume (fault);
  die (fault);
}

/* -- On the stack that faulted ----------------------------------------- */

/* Whether the thread of M, which is on its system stack with CONTEXT, was
   sent astray by a crossing.  */
static bool
crossing_failed (const struct rt_m *m, const EXCEPTION_RECORD *record,
                 const CONTEXT *context)
{
  const char *const crossings[] = { rti_plaincall_sys,  rti_plaincall_sys_nb,
                                    rti_plaincall_args, rti_plaincall_args_nb,
                                    rti_syscall_sys,    rti_syscall_args };
  struct rti_unwind_image image;
  uint32_t begin, end;
  uintptr_t pc;

  if (!m->curg || !is_stray (record, context) || context->Rsp % sizeof pc != 0
      || context->Rsp < m->sys_lo || context->Rsp >= m->g0sp)
    return false;
  pc = *(const uintptr_t *) context->Rsp;
  if (!rti_image_find (pc, &image)
      || !rti_unwind_function (
          &image, (uint32_t) (pc - (uintptr_t) image.base), &begin, &end))
    return false;
  for (size_t i = 0; i < sizeof crossings / sizeof *crossings; i++)
    if ((const char *) image.base + begin == crossings[i])
      return true;
  return false;
}

/* Whether SP is on a segment of G; not the first one after a longjmp
   (S3).  */
static bool
on_control_stack (const struct rt_g *g, uintptr_t sp)
{
  for (const struct rti_stack *s = g->stack; s; s = s->prev)
    if (sp >= s->lo && sp <= s->hi)
      return true;
  return false;
}

/* Let the thread of M go on in report, with what is known.  */
static void
divert (struct rt_m *m, bool crossing, const EXCEPTION_RECORD *record,
        CONTEXT *context)
{
  /* The system stack is this one, if a crossing failed: leave room for
     the frames of what is called here.  */
  uintptr_t top = crossing
                      ? (uintptr_t) __builtin_frame_address (0) - UNDER_HANDLER
                      : m->g0sp;
  struct fault *fault = (struct fault *) ((top - sizeof *fault)
                                          & ~(uintptr_t) 15);
  uintptr_t *sp = (uintptr_t *) fault - 5; /* Return address, home.  */

  fault->context = *context;
  fault->context.ContextFlags &= ~XSTATE; /* The copy has none.  */
  fault->record = *record;
  fault->m = m;
  fault->g = m->curg;
  fault->crossing = crossing;
  *sp = 0;
  context->Rip = (uintptr_t) report;
  context->Rsp = (uintptr_t) sp;
  context->Rcx = (uintptr_t) fault;
  context->EFlags &= ~0x40500u; /* No AC, DF, TF.  */
  context->MxCsr = 0x1f80;      /* As a thread begins.  */
  context->FltSave.MxCsr = 0x1f80;
  context->FltSave.ControlWord = 0x27f;
  context->FltSave.StatusWord = 0;
}

/* The vectored handler.  On a control stack it has a few KiB.  */
static LONG CALLBACK
handle (EXCEPTION_POINTERS *info)
{
  const EXCEPTION_RECORD *record = info->ExceptionRecord;
  CONTEXT *context = info->ContextRecord;
  DWORD lasterror;
  struct rt_g *g;

  if (!exception_name (record->ExceptionCode))
    return EXCEPTION_CONTINUE_SEARCH;
  lasterror = GetLastError ();
  g = rti_getg ();
  SetLastError (lasterror);
  if (!g || !g->m)
    return EXCEPTION_CONTINUE_SEARCH;
  if (!g->stack)
    {
      if (!crossing_failed (g->m, record, context))
        return EXCEPTION_CONTINUE_SEARCH;
      divert (g->m, true, record, context);
      return EXCEPTION_CONTINUE_EXECUTION;
    }
  if (!on_control_stack (g, context->Rsp))
    return EXCEPTION_CONTINUE_SEARCH;
  divert (g->m, false, record, context);
  return EXCEPTION_CONTINUE_EXECUTION;
}

/* The handler must be there as long as the process is, and with it the
   image that it is in: the DLL, or whoever has the archive.  */
void
rti_fault_init (void)
{
  HMODULE module;

  if (!GetModuleHandleExW (GET_MODULE_HANDLE_EX_FLAG_PIN
                               | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           (LPCWSTR) (uintptr_t) handle, &module))
    rti_fatal ("fault: libruntime's module is unknown");
  if (!AddVectoredExceptionHandler (FALSE, handle))
    rti_fatal ("fault: out of memory");
}
