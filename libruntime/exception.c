/* exception.c: C++ exceptions on control stacks.
   SPDX-License-Identifier: MIT  */

#include "rti-exception.h"

#include <unwind.h>

#include "rti-copy.h"
#include "rti-stack.h"
#include "rti-try.h"

/* Exceptions of libgcc's unwinder (GCC, libgcc/unwind-seh.c): a throw; what
   cancels Windows' unwinding, or a forced one, at a function with a cleanup;
   and _Unwind_ForcedUnwind.
   Their information: the exception, and, once a function is known that
   catches or cleans up, its frame, where to go on in it, and its rdx.  */
#define GCC_THROW  0x20474343u
#define GCC_UNWIND 0x21474343u
#define GCC_FORCED 0x22474343u
enum { INFO_EXCEPTION, INFO_FRAME, INFO_PC, INFO_SELECTOR, INFO_N };

/* While a cleanup on a control stack runs, the exception holds the same in
   its private words, but for the frame its place.  libgcc does so too and
   reads them in _Unwind_Resume only.  All are 0 after a forced unwinding has
   come to its first cleanup: what follows is unwound with no end.  */
#define PLACE    private_[INFO_FRAME]
#define PC       private_[INFO_PC]
#define SELECTOR private_[INFO_SELECTOR]

/* The free word in the frame of a crossing's system part, above the home
   area (plaincall.S, syscall-system.S), and in that of rti_exception_call.  */
#define HOME              0x20
#define FRAME_WORD(frame) (*(uintptr_t *) ((char *) (frame) + HOME))

/* Labels of plaincall.S.  */
extern char rti_plaincall_back[];

/* -- Walking ----------------------------------------------------------- */

/* A walk up a control stack.  */
struct walk
{
  CONTEXT context;               /* At the frame.  */
  CONTEXT caller;                /* At its caller.  */
  DISPATCHER_CONTEXT dispatcher; /* For the frame's handler.  */
  const struct rti_stack *segment;
  uint64_t depth; /* Segments below this one.  */
};

/* Let WALK be at the segment that holds its frame.  */
static void
find_segment (struct walk *walk)
{
  uintptr_t sp = walk->context.Rsp;

  while (walk->segment && (sp < walk->segment->lo || sp > walk->segment->hi))
    {
      walk->segment = walk->segment->prev;
      walk->depth--;
    }
  if (!walk->segment)
    rti_fatal ("exception: a frame is on no stack of its goroutine");
}

/* Begin at where G left its control stack, with the non-volatile registers of
   REGISTERS.  */
static void
walk_begin (struct walk *walk, const struct rt_g *g, const CONTEXT *registers)
{
  rti_copy (&walk->context, registers, sizeof *registers);
  walk->context.Rip = g->pc;
  walk->context.Rsp = g->sp;
  walk->segment = g->stack;
  walk->depth = 0;
  for (const struct rti_stack *s = g->stack->prev; s; s = s->prev)
    walk->depth++;
  find_segment (walk);
}

/* Find the caller of WALK's frame, and its handler for TYPE, UNW_FLAG_.
   False: the frame is none, but a root.  */
static bool
walk_look (struct walk *walk, DWORD type)
{
  DISPATCHER_CONTEXT *d = &walk->dispatcher;

  switch (rti_boundary (walk->context.Rip))
    {
    case RTI_ROOT:
    case RTI_CALLBACK:
    case RTI_FAULT: /* The function that faulted is at no call.  */
      return false;
    case RTI_CHAIN:
    case RTI_FRAME:
      break;
    }
  rti_zero (d, sizeof *d);
  d->ControlPc = walk->context.Rip;
  d->ContextRecord = &walk->caller;
  rti_copy (&walk->caller, &walk->context, sizeof walk->context);
  d->FunctionEntry = RtlLookupFunctionEntry (d->ControlPc, &d->ImageBase,
                                             NULL);
  if (!d->FunctionEntry)
    {
      walk->caller.Rip = *(const uintptr_t *) walk->caller.Rsp;
      walk->caller.Rsp += sizeof (uintptr_t);
    }
  else
    d->LanguageHandler = RtlVirtualUnwind (
        type, d->ImageBase, d->ControlPc, d->FunctionEntry, &walk->caller,
        &d->HandlerData, &d->EstablisherFrame, NULL);
  return true;
}

/* Go on to the caller.  */
static void
walk_on (struct walk *walk)
{
  rti_copy (&walk->context, &walk->caller, sizeof walk->caller);
  if (rti_boundary (walk->context.Rip) != RTI_ROOT)
    find_segment (walk);
}

static uint64_t
walk_place (const struct walk *walk)
{
  return walk->depth << RTI_PLACE_SHIFT
         | (walk->segment->hi - walk->context.Rsp);
}

/* -- Unwinding --------------------------------------------------------- */

/* Let M's goroutine go on at PC, in the function at REGISTERS, with EXCEPTION.
   What it pops on its way from the system stack is put below the function's
   stack pointer, where nothing is in use any more.  */
static void __attribute__ ((__noreturn__))
land (struct rt_m *m, const CONTEXT *registers, uintptr_t pc,
      uintptr_t exception, uintptr_t selector)
{
  struct rt_g *g = m->curg;
  uintptr_t *sp = (uintptr_t *) registers->Rsp;
  CONTEXT context;

  rti_copy (&context, registers, sizeof context);
  *--sp = pc;
  *--sp = registers->Rbp;
  g->sp = (uintptr_t) sp;
  g->pc = (uintptr_t) rti_plaincall_back;
  rti_stack_settle (g);
  rti_try_settle (g, registers->Rsp);
  m->parkable = 0;
  context.ContextFlags = CONTEXT_FULL;
  context.Rip = (uintptr_t) rti_exception_land;
  context.Rsp = m->g0sp;
  context.Rax = exception;
  context.Rdx = selector;
  context.Rbp = (uintptr_t) m;
  /* Wine keeps a list of frames on the system stack, and takes those out that
     are abandoned here.  */
  RtlRestoreContext (&context, NULL);
  rti_fatal ("exception: could not go on");
}

/* Unwind M's goroutine, from WALK on, to PLACE, for an exception of CODE and
   INFO.  */
static void __attribute__ ((__noreturn__))
unwind (struct walk *walk, struct rt_m *m, DWORD code, const uintptr_t *info,
        uint64_t place)
{
  EXCEPTION_RECORD record = {
    .ExceptionCode = code,
    .ExceptionFlags = EXCEPTION_NONCONTINUABLE | EXCEPTION_UNWINDING,
    .NumberParameters = INFO_N,
    .ExceptionInformation = { [INFO_EXCEPTION] = info[INFO_EXCEPTION],
                              [INFO_PC] = info[INFO_PC],
                              [INFO_SELECTOR] = info[INFO_SELECTOR] }
  };

  for (; walk_look (walk, UNW_FLAG_UHANDLER); walk_on (walk))
    {
      if (walk_place (walk) == place)
        land (m, &walk->context, info[INFO_PC], info[INFO_EXCEPTION],
              info[INFO_SELECTOR]);
      if (walk->dispatcher.LanguageHandler)
        {
          /* Windows shows a handler the frame's own registers now.  */
          walk->dispatcher.ContextRecord = &walk->context;
          rti_exception_call (&record, &record, &walk->context,
                              &walk->dispatcher);
        }
    }
  rti_fatal ("exception: no function is left that catches it");
}

/* A function that rti_exception_call's handler has looked at wants to clean
   up: it raised GCC_UNWIND to say so.  */
EXCEPTION_DISPOSITION
rti_exception_cleanup (EXCEPTION_RECORD *record, void *frame, CONTEXT *context,
                       DISPATCHER_CONTEXT *dispatcher)
{
  const uintptr_t *info = record->ExceptionInformation;

  (void) context;
  (void) dispatcher;
  if (record->ExceptionCode != GCC_UNWIND)
    return ExceptionContinueSearch;
  land (rti_getg ()->m, (const CONTEXT *) FRAME_WORD (frame), info[INFO_PC],
        info[INFO_EXCEPTION], info[INFO_SELECTOR]);
}

void
rti_unwind_resume (struct _Unwind_Exception *exception)
{
  struct rt_m *m = rti_getg ()->m;
  const uintptr_t info[INFO_N] = { [INFO_EXCEPTION] = (uintptr_t) exception,
                                   [INFO_PC] = exception->PC,
                                   [INFO_SELECTOR] = exception->SELECTOR };
  struct walk walk;
  CONTEXT context;

  /* The non-volatile registers are in rti_parkcall's frame.  */
  RtlCaptureContext (&context);
  walk_begin (&walk, m->curg, &context);
  unwind (&walk, m, GCC_THROW, info, exception->PLACE);
}

/* -- Crossings --------------------------------------------------------- */

/* Ask the functions on the control stack of M, which left it by the crossing
   at FRAME.  */
static EXCEPTION_DISPOSITION
search (struct rt_m *m, EXCEPTION_RECORD *record, void *frame,
        CONTEXT *context, const DISPATCHER_CONTEXT *crossing)
{
  struct walk walk;

  walk_begin (&walk, m->curg, crossing->ContextRecord);
  for (; walk_look (&walk, UNW_FLAG_EHANDLER); walk_on (&walk))
    {
      EXCEPTION_DISPOSITION answer;

      if (!walk.dispatcher.LanguageHandler)
        continue;
      walk.dispatcher.HistoryTable = crossing->HistoryTable;
      FRAME_WORD (frame) = walk_place (&walk);
      answer = walk.dispatcher.LanguageHandler (record, frame, context,
                                                &walk.dispatcher);
      if (answer != ExceptionContinueSearch)
        return answer;
    }
  return ExceptionContinueExecution;
}

/* Windows has unwound M's system stack to the crossing at FRAME: go on with
   the control stack.  */
static void __attribute__ ((__noreturn__))
cross (struct rt_m *m, const EXCEPTION_RECORD *record, void *frame,
       const DISPATCHER_CONTEXT *crossing)
{
  const uintptr_t *info = record->ExceptionInformation;
  struct _Unwind_Exception *exception = (void *) info[INFO_EXCEPTION];
  uint64_t place = 0;
  struct walk walk;
  CONTEXT registers;
  PVOID data;
  DWORD64 establisher;

  rti_copy (&registers, crossing->ContextRecord, sizeof registers);
  if (record->ExceptionFlags & EXCEPTION_TARGET_UNWIND)
    place = FRAME_WORD (frame);
  if (record->ExceptionCode == GCC_THROW)
    {
      exception->PLACE = place;
      exception->PC = info[INFO_PC];
      exception->SELECTOR = info[INFO_SELECTOR];
    }
  /* The crossing's caller's registers are the control part's.  */
  RtlVirtualUnwind (UNW_FLAG_NHANDLER, crossing->ImageBase,
                    crossing->ControlPc, crossing->FunctionEntry, &registers,
                    &data, &establisher, NULL);
  walk_begin (&walk, m->curg, &registers);
  unwind (&walk, m, record->ExceptionCode, info, place);
}

EXCEPTION_DISPOSITION
rti_exception_crossing (EXCEPTION_RECORD *record, void *frame,
                        CONTEXT *context, DISPATCHER_CONTEXT *dispatcher)
{
  struct rt_m *m = rti_getg ()->m;
  const uintptr_t *info = record->ExceptionInformation;
  DWORD code = record->ExceptionCode;
  DWORD flags = record->ExceptionFlags;

  if (code != GCC_THROW && code != GCC_UNWIND && code != GCC_FORCED)
    return ExceptionContinueSearch;
  /* _Unwind_Resume of plain code has no target after a forced unwinding.  */
  if (flags & (EXCEPTION_TARGET_UNWIND | EXCEPTION_EXIT_UNWIND))
    cross (m, record, frame, dispatcher);
  if (flags & EXCEPTION_UNWINDING)
    return ExceptionContinueSearch;
  if (code != GCC_UNWIND)
    return search (m, record, frame, context, dispatcher);
  /* In a forced unwinding the search has come to a cleanup.  */
  if (info[INFO_FRAME] == (uintptr_t) frame)
    RtlUnwindEx (frame, (void *) info[INFO_PC], record,
                 (void *) info[INFO_EXCEPTION], context,
                 dispatcher->HistoryTable);
  return ExceptionContinueSearch;
}
