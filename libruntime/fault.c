/* fault.c: faults in growable code.
   SPDX-License-Identifier: MIT

   Windows calls vectored handlers on the stack that faulted, before it
   looks whether that stack is the thread's.  Structured handlers it does
   not call for a control stack, which is not; without us the process
   would end without a word.  So for a thread on a control stack we have
   the last word: after the debugger and the handlers that were added to
   the front of the list, in place of structured ones.

   The vectored handler only copies what is known about the fault to the
   system stack and lets the thread go on there, in rti_fault_report: a
   control stack has room for no more.

   First comes the program's fault handler, rt_fault_handler's.  It runs on
   the goroutine as if the faulting function had called it, on a segment of
   its own: so it has room, and may grow, while nothing below it moves, where
   a function is at no call and its registers hold who knows what.  A machine
   frame at the segment's end leads walks to the fault.  The handler goes to
   a recovery point, and all this is dropped, or it returns: it declines.

   Then the unhandled exception filter has its turn, as Windows does it; that
   is what makes signal (SIGSEGV, ...) work.  If it declines, the fault is
   printed and the process ends.

   Faults in plain code are none of our business, but for one kind: a
   crossing called what is no code.  Nobody but us would know who did
   that.  */

#include "rti-fault.h"

#include "rti-copy.h"
#include "rti-image.h"
#include "rti-print.h"
#include "rti-sched.h"
#include "rti-stack.h"
#include "rti-traceback.h"
#include "rti-try.h"
#include "rti-unwind.h"

#define STATUS        2      /* The exit status.  */
#define GUARD         0x1000 /* The page below a control stack.  */
#define UNTOUCHED     0x100  /* Bytes below rsp that it may use.  */
#define UNDER_HANDLER 0x400  /* Bytes that the handler's calls may use. */
#define XSTATE        0x40u  /* In ContextFlags: CONTEXT_XSTATE.  */

#define MACHINE_FRAME 48 /* Five words; 16-aligned.  */

/* rt_fault_handler's, or NULL.  */
static void (*volatile handler) (const struct rt_fault *);

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
  { EXCEPTION_GUARD_PAGE, "guard page" },
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

/* Whether RECORD says what memory was accessed, and how.  */
static bool
is_access (const EXCEPTION_RECORD *record)
{
  return (record->ExceptionCode == EXCEPTION_ACCESS_VIOLATION
          || record->ExceptionCode == EXCEPTION_IN_PAGE_ERROR
          || record->ExceptionCode == EXCEPTION_GUARD_PAGE)
         && record->NumberParameters >= 2;
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
static void __attribute__ ((__noreturn__))
resume (const struct rti_fault *fault)
{
  struct rt_g *g = fault->g;
  struct rt_m *m = g->m;
  uintptr_t machine[5]; /* rip, cs, rflags, rsp, ss */
  CONTEXT context;

  rti_copy (&context, &fault->context, sizeof context);
  if (fault->handler)
    {
      g->sp = context.Rsp;
      rti_stack_settle (g);
      g->fault_place = fault->fault_place;
      rti_datastack_pop (g, (uintptr_t) (fault + 1));
    }
  if (!fault->crossing)
    {
      m->tib28 = limit_word ();
      rti_setg (g);
      set_limit_word (g->limit);
    }
  /* Where control flow is guarded, Windows lets no context be restored
     whose stack is not the thread's (golang/go#53560).  */
  machine[0] = context.Rip;
  machine[1] = context.SegCs;
  machine[2] = context.EFlags;
  machine[3] = context.Rsp;
  machine[4] = context.SegSs;
  context.Rip = (uintptr_t) rti_fault_resume;
  context.Rsp = (uintptr_t) machine;
  RtlRestoreContext (&context, NULL);
  rti_fatal ("fault: could not resume");
}

/* Whether ADDR is right below a segment of G.  */
static bool
in_guard_page (const struct rt_g *g, uintptr_t addr)
{
  for (const struct rti_stack *s = g->stack; s; s = s->prev)
    if (addr < s->lo && addr >= s->lo - GUARD)
      return true;
  return false;
}

/* Add to TEXT whose code was at PC, if it has gone.  */
static void
put_gone (struct rti_text *text, uintptr_t pc)
{
  const struct rti_gone *gone = rti_image_gone (pc);

  if (gone)
    {
      rti_put (text, ", in ");
      rti_put_wide (text, gone->name);
      rti_put (text, ", which has been unloaded");
    }
}

/* Print what FAULT is, without the beginning of the line.  */
static void
describe (const struct rti_fault *fault, struct rti_text *text)
{
  const EXCEPTION_RECORD *record = &fault->record;
  DWORD code = record->ExceptionCode;
  uintptr_t addr = 0;
  bool access = is_access (record);

  if (access)
    addr = record->ExceptionInformation[1];
  rti_put (text, access && in_guard_page (fault->g, addr)
                     ? "stack overflow"
                     : exception_name (code));
  if (access)
    {
      rti_put (text, record->ExceptionInformation[0] == 0   ? " reading "
                     : record->ExceptionInformation[0] == 1 ? " writing "
                                                            : " executing ");
      rti_put_hex (text, addr);
    }
  rti_put (text, " at pc ");
  rti_put_hex (text, fault->context.Rip);
  put_gone (text, fault->context.Rip);
}

/* Print FAULT and end the process.  */
static void __attribute__ ((__noreturn__)) die (struct rti_fault *fault)
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
      rti_put (&text, fault->syscall ? "rt_syscall: " : "call: ");
      rti_put_hex (&text, context->Rip);
      rti_put (&text, " is not the address of a function");
      put_gone (&text, context->Rip);
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
  rti_end (STATUS, &fault->record, &fault->context);
}

/* Nobody of ours takes FAULT.  */
static void __attribute__ ((__noreturn__))
last_chance (struct rti_fault *fault)
{
  EXCEPTION_POINTERS pointers = { &fault->record, &fault->context };
  LPTOP_LEVEL_EXCEPTION_FILTER filter;

  /* Windows has no other way to ask for it.  */
  filter = SetUnhandledExceptionFilter (NULL);
  SetUnhandledExceptionFilter (filter);
  /* The handler ran where a crossing failed: there is no way back there.  */
  if (filter && filter (&pointers) == EXCEPTION_CONTINUE_EXECUTION
      && !(fault->crossing && fault->handler))
    resume (fault);
  die (fault);
}

/* Fill in what the handler is told of FAULT.  */
static void
tell (struct rti_fault *fault)
{
  const EXCEPTION_RECORD *record = &fault->record;
  const uintptr_t *info = record->ExceptionInformation;
  struct rt_fault *what = &fault->what;

  what->code = record->ExceptionCode;
  what->access = RT_ACCESS_NONE;
  what->address = NULL;
  what->pc = (void *) fault->context.Rip;
  if (is_access (record))
    {
      what->access = info[0] == 0   ? RT_ACCESS_READ
                     : info[0] == 1 ? RT_ACCESS_WRITE
                                    : RT_ACCESS_EXECUTE;
      what->address = (void *) info[1];
    }
}

/* Whether the handler is there, and not busy with a fault that G had before.
   If it tries something itself, it may be asked again.  */
static bool
can_handle (const struct rt_g *g)
{
  return handler
         && (!g->fault_place
             || (g->ntries && g->tries[g->ntries - 1].place > g->fault_place));
}

/* A fault of G's, which is to be handled as if the handler were called at SP.
   It is on a data frame, empty as yet.  */
static struct rti_fault *
begin (struct rt_g *g, uintptr_t sp)
{
  uint64_t before = g->fault_place;
  struct rti_fault *fault;

  g->sp = sp;
  rti_stack_settle (g);
  g->fault_place = rti_stack_place (g, sp);
  fault = (struct rti_fault *) rti_datastack_alloc (g, sizeof *fault);
  rti_zero (fault, sizeof *fault);
  fault->fault_place = before;
  fault->handler = handler;
  fault->g = g;
  return fault;
}

/* Let FAULT's handler be the next to run on G, as if called at PC, g->sp.  */
static void
enter (struct rt_g *g, struct rti_fault *fault, uintptr_t pc)
{
  uintptr_t *frame, sp = g->sp;

  tell (fault);
  rti_stack_push (g);
  frame = (uintptr_t *) (g->sp - MACHINE_FRAME);
  frame[0] = pc;
  frame[3] = sp;
  g->sp = (uintptr_t) frame;
  g->pc = (uintptr_t) rti_fault_call;
  g->ret = (uintptr_t) fault;
}

struct rt_m *
rti_fault_report (struct rti_fault *fault)
{
  struct rt_g *g = fault->g;
  struct rt_m *m = g->m;
  struct rti_fault *kept;
  uintptr_t pc = g->pc, sp = g->sp;

  set_limit_word (m->tib28);
  rti_setg (&m->g0);
  if (!fault->crossing)
    {
      /* The filter may cause callbacks.  They go below what the goroutine
         has in use; and it must not move, with addresses of its stack in
         the context: this is no movable function.  */
      pc = fault->context.Rip;
      sp = fault->context.Rsp;
      g->sp = (sp - UNTOUCHED) & ~(uintptr_t) 15;
      g->pc = (uintptr_t) rti_fault_report;
    }
  if (!can_handle (g))
    last_chance (fault);
  kept = begin (g, sp);
  rti_copy (&kept->context, &fault->context, sizeof kept->context);
  rti_copy (&kept->record, &fault->record, sizeof kept->record);
  kept->crossing = fault->crossing;
  kept->syscall = fault->syscall;
  enter (g, kept, pc);
  if (kept->crossing)
    rti_abandon (m, g->cbtop);
  return m;
}

void
rti_fault_declined (struct rti_fault *fault)
{
  if (fault->what.code == EXCEPTION_STACK_OVERFLOW)
    rti_fatal_goroutine (fault->g, RTI_OVERFLOW);
  last_chance (fault);
}

void
rti_fault_overflow (struct rt_g *g)
{
  struct rti_fault *fault;

  if (!g->stack || !can_handle (g))
    rti_fatal_goroutine (g, RTI_OVERFLOW);
  g->lasterror = GetLastError ();
  fault = begin (g, g->sp);
  fault->record.ExceptionCode = EXCEPTION_STACK_OVERFLOW;
  enter (g, fault, g->pc);
  rti_gogo (g);
}

uint32_t rti_fault_handler (void (*fn) (const struct rt_fault *));

uint32_t
rti_fault_handler (void (*fn) (const struct rt_fault *))
{
  if (fn && (uintptr_t) fn < 0x10000)
    return RT_EINVAL;
  rti_init ();
  handler = fn;
  return 0;
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
  uintptr_t low = (uintptr_t) ((const NT_TIB *) NtCurrentTeb ())->StackLimit;
  struct rti_unwind_image image;
  uint32_t begin, end;
  uintptr_t pc;

  if (!m->curg || !is_stray (record, context) || context->Rsp % sizeof pc != 0
      || context->Rsp < low || context->Rsp >= m->g0sp)
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

/* Let the thread of M go on in rti_fault_report, with what is known.  */
static void
divert (struct rt_m *m, bool crossing, const EXCEPTION_RECORD *record,
        CONTEXT *context)
{
  /* The system stack is this one, if a crossing failed: leave room for
     the frames of what is called here.  */
  uintptr_t top = crossing
                      ? (uintptr_t) __builtin_frame_address (0) - UNDER_HANDLER
                      : m->g0sp;
  struct rti_fault *fault = (struct rti_fault *) ((top - sizeof *fault)
                                                  & ~(uintptr_t) 15);
  uintptr_t *sp = (uintptr_t *) fault - 5; /* Return address, home.  */

  fault->context = *context;
  fault->context.ContextFlags &= ~XSTATE; /* The copy has none.  */
  fault->record = *record;
  fault->g = m->curg;
  fault->handler = NULL;
  fault->crossing = crossing;
  fault->syscall = crossing && (uintptr_t) m->libcall.fn == context->Rip;
  *sp = 0;
  context->Rip = (uintptr_t) rti_fault_system;
  context->Rsp = (uintptr_t) sp;
  context->Rcx = (uintptr_t) fault;
  context->EFlags &= ~0x40500u; /* No AC, DF, TF.  */
  context->MxCsr = 0x1f80;      /* As a goroutine begins.  */
  context->FltSave.MxCsr = 0x1f80;
  context->FltSave.ControlWord = 0x37f;
  context->FltSave.StatusWord = 0;
  context->FltSave.TagWord = 0; /* Empty.  */
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

void
rti_fault_init (void)
{
  if (!AddVectoredExceptionHandler (FALSE, handle))
    rti_fatal_windows ("no vectored exception handler", GetLastError ());
}
