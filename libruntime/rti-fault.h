/* rti-fault.h: faults, tracebacks, and what ends the process.
   SPDX-License-Identifier: MIT  */

#ifndef RTI_FAULT_H
#define RTI_FAULT_H

#include "rti-g.h"

/* Add the vectored handler.  Called once.  */
void rti_fault_init (void);

/* Print "libruntime: MESSAGE" and the traceback of goroutine G, which has
   left its control stack at g->sp, g->pc; exit with status 2.  On the
   system stack.  */
void rti_fatal_goroutine (struct rt_g *g, const char *message)
    __attribute__ ((__noreturn__));

/* Print "libruntime: MESSAGE", then a traceback of every goroutine; exit
   with status 2.  */
void rti_fatal_all (const char *message) __attribute__ ((__noreturn__));

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
