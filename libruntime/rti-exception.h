/* rti-exception.h: C++ exceptions on control stacks.
   SPDX-License-Identifier: MIT

   GCC's exceptions are Windows' structured ones: a throw raises one, each
   function's language handler (__gxx_personality_seh0 and the like) looks
   whether the function catches it, and if so has Windows unwind the stack to
   it, by RtlUnwindEx.  But Windows walks one stack, the thread's.  A throw
   begins there always, in plain code, under a crossing:

        control stack           system stack

        f, catches
        g, cleans up
        h, throws
        crossing  ------------> crossing's system part
                                plain code ...
                                __cxa_throw, RaiseException

   So the crossing's system part has a language handler of ours, which goes
   on where Windows cannot:

   Search.  Windows asks it, as one function of many, whether it catches.  It
   walks the control stack and asks each function's handler, in the name of
   the crossing: the frame that it gives them is the crossing's.  A handler
   that catches has Windows unwind to that frame; plain code is cleaned up
   on the way.  If none does, up to the goroutine's or the callback's root,
   the throw returns to its caller, which calls std::terminate.

   Unwinding.  At the end of its way Windows calls our handler again, for the
   target frame.  It does not return.  It walks the control stack once more
   and has the functions' handlers look for cleanups, as Windows would, up to
   the one that catches.  A cleanup is code in the function, so the
   goroutine goes on there, and calls _Unwind_Resume at its end; compiled
   code calls __rt_unwind_resume in its place, and we go on from there.

   _Unwind_ForcedUnwind raises another exception, and its search ends at the
   first function with a cleanup: the handler says so by the exception that
   it raises in unwinding elsewhere, for the crossing's frame.  Windows asks
   the crossing about that one, too, and we have it unwind to there.

   No handler keeps an address of the control stack meanwhile.  The function
   that catches is remembered by its place, which is the same after a move.
   Before Windows is done with the system stack, in the crossing's frame;
   while a cleanup runs, in the exception itself, where libgcc's
   _Unwind_Resume looks for such things.  */

#ifndef RTI_EXCEPTION_H
#define RTI_EXCEPTION_H

#include "rti-g.h"

/* Language handlers of assembly functions: of the crossings' system parts,
   and of rti_exception_call.  */
EXCEPTION_DISPOSITION rti_exception_crossing (EXCEPTION_RECORD *record,
                                              void *frame, CONTEXT *context,
                                              DISPATCHER_CONTEXT *dispatcher);
EXCEPTION_DISPOSITION rti_exception_cleanup (EXCEPTION_RECORD *record,
                                             void *frame, CONTEXT *context,
                                             DISPATCHER_CONTEXT *dispatcher);

/* Entered by __rt_unwind_resume: a cleanup is done, EXCEPTION goes on.  */
struct _Unwind_Exception;
void rti_unwind_resume (struct _Unwind_Exception *exception)
    __attribute__ ((__noreturn__));

/* -- exception.S ------------------------------------------------------- */

/* Call the language handler that DISPATCHER names.  Returns if it has nothing
   to do.  */
void rti_exception_call (EXCEPTION_RECORD *record, void *frame,
                         CONTEXT *context, DISPATCHER_CONTEXT *dispatcher);

/* Where RtlRestoreContext goes, to leave the system stack for the control
   stack.  */
extern char rti_exception_land[];

/* -- exception-state.c -------------------------------------------------- */

/* How many C++ runtimes there can be; 0 in a program without C++.  */
extern volatile uint32_t rti_exception_runtimes;

/* A unit that has come, or else goes, uses the C++ runtime whose
   __cxa_get_globals is at GET_GLOBALS.  */
void rti_exception_runtime (uintptr_t get_globals, bool come);

/* G leaves the thread of M, and comes to it, by which all this is called;
   for rti_exception_enter G->exceptions is not NULL.  */
void rti_exception_leave (struct rt_m *m, struct rt_g *g);
void rti_exception_enter (struct rt_m *m, struct rt_g *g);

#endif /* RTI_EXCEPTION_H */
