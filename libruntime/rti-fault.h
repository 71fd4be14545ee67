/* rti-fault.h: faults, tracebacks, and what ends the process.
   SPDX-License-Identifier: MIT  */

#ifndef RTI_FAULT_H
#define RTI_FAULT_H

#include "rti-g.h"

/* A fault: on the system stack at first, below m->g0sp, where nothing is while
   the m runs growable code, or below the vectored handler; in a data frame of
   the goroutine while the program's handler runs.  */
struct rti_fault
{
  /* Known to asm.  */
  void (*handler) (const struct rt_fault *); /* NULL: not yet called.  */
  struct rt_fault what;                      /* For it.  */

  CONTEXT context; /* Aligned to 16 bytes.  */
  EXCEPTION_RECORD record;
  uint64_t fault_place; /* The goroutine's, before.  */
  struct rt_g *g;
  bool crossing; /* The code is that of a crossing, on the
                    system stack.  */
  bool syscall;  /* And called by rt_syscall.  */
};

#define RTI_OVERFLOW                                                          \
  "stack overflow: the goroutine's stacks exceed RT_MAXSTACK"

/* In fault.S.  rti_fault_system is where the vectored handler lets the thread
   go on; it calls rti_fault_report, which does not return if there is no
   handler.  rti_fault_call calls the handler; if that returns, it calls
   rti_fault_declined.  rti_fault_resume goes on at a machine frame.  */
extern char rti_fault_system[], rti_fault_call[], rti_fault_resume[];
struct rt_m *rti_fault_report (struct rti_fault *fault);
void rti_fault_declined (struct rti_fault *fault)
    __attribute__ ((__noreturn__));

/* G, which has left its control stack at g->sp, g->pc, needs more than
   RT_MAXSTACK: run the handler there, or die.  */
void rti_fault_overflow (struct rt_g *g) __attribute__ ((__noreturn__));

/* Add the vectored handler.  Called once.  */
void rti_fault_init (void);

/* End the process with STATUS at once: no DllMain, no atexit function.  With
   RT_TRACEBACK=wer by an exception that goes to Windows Error Reporting, the
   one of RECORD and CONTEXT unless they are NULL.  */
void rti_end (unsigned int status, EXCEPTION_RECORD *record, CONTEXT *context)
    __attribute__ ((__noreturn__));

/* Print "libruntime: MESSAGE" and the traceback of goroutine G, which has
   left its control stack at g->sp, g->pc; exit with status 2.  On the
   system stack.  */
void rti_fatal_goroutine (struct rt_g *g, const char *message)
    __attribute__ ((__noreturn__));

/* Print "libruntime: MESSAGE", then a traceback of every goroutine; exit
   with status 2.  */
void rti_fatal_all (const char *message) __attribute__ ((__noreturn__));

/* Entered by rti_other_stack, on the control stack of another libruntime in
   the process: die.  */
void rti_other_runtime (void) __attribute__ ((__noreturn__));

/* Print "libruntime: fatal error: NAME=VALUE: WANT" and exit with status
   2: an environment variable is wrong.  */
void rti_fatal_environment (const char *name, const char *value,
                            const char *want) __attribute__ ((__noreturn__));

/* Let abort print the calling goroutine's traceback, before the CRT ends the
   process, unless the program has a handler of its own.  */
void rti_abort_init (void);

/* All g's ever made, linked by allnext; in g.c.  */
extern struct rt_g *volatile rti_allg;

#endif /* RTI_FAULT_H */
