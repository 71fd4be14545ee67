/* rti-debug.h: RT_DEBUG=stacks and RT_DEBUG=sched: a line for each event.
   SPDX-License-Identifier: MIT

   For C on a system stack.  The last error is kept.  */

#ifndef RTI_DEBUG_H
#define RTI_DEBUG_H

#include "rti-g.h"

/* The words that RT_DEBUG had.  Set before the first goroutine.  */
extern bool rti_debug_stacks, rti_debug_sched;

/* Print "libruntime: stacks: goroutine ID: WHAT, FROM -> TO bytes".  */
void rti_debug_stack_event (const struct rt_g *g, const char *what,
                            size_t from, size_t to);

/* Print "libruntime: sched: goroutine ID: WHAT WHY", with the thread that
   does it; WHY may be NULL.  */
void rti_debug_sched_event (const struct rt_g *g, const char *what,
                            const char *why);

#define RTI_DEBUG_STACK(g, what, from, to)                                    \
  (rti_debug_stacks ? rti_debug_stack_event (g, what, from, to) : (void) 0)
#define RTI_DEBUG_SCHED(g, what, why)                                         \
  (rti_debug_sched ? rti_debug_sched_event (g, what, why) : (void) 0)

#endif /* RTI_DEBUG_H */
