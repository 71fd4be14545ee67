/* try.c: recovery points of goroutines.
   SPDX-License-Identifier: MIT  */

#include "rti-try.h"

#include "rti-copy.h"
#include "rti-fault.h"
#include "rti-sched.h"
#include "rti-stack.h"

#define FIRST_SIZE 4 /* Of g->tries; it doubles.  */

/* From g->sp, in a crossing's control part, to its caller's frame: rbp and a
   return address.  */
#define CROSSING_FRAME 16

/* Make room for one more.  */
static bool
reserve (struct rt_g *g)
{
  uint32_t size = g->tries_size ? g->tries_size * 2 : FIRST_SIZE;
  struct rti_try *tries;

  if (g->ntries < g->tries_size)
    return true;
  tries = rti_alloc (size * sizeof *tries);
  if (!tries)
    return false;
  rti_copy (tries, g->tries, g->ntries * sizeof *tries);
  rti_free (g->tries);
  g->tries = tries;
  g->tries_size = size;
  return true;
}

uint32_t
rti_try (void (*fn) (void *), void *arg, uintptr_t *value)
{
  struct rt_g *g = rti_getg ()->m->curg;
  struct rti_try *try;

  (void) arg;
  if ((uintptr_t) fn < 0x10000)
    return RT_EINVAL;
  if (!reserve (g))
    return RT_ENOMEM;
  try = &g->tries[g->ntries++];
  try->place = rti_stack_place (g, g->sp + CROSSING_FRAME);
  try->cbtop = g->cbtop;
  try->ds_ptr = g->ds_ptr;
  try->fault_place = g->fault_place;
  try->value = value;
  return 0;
}

void
rti_try_settle (struct rt_g *g, uintptr_t sp)
{
  uint64_t place;

  if (!g->ntries && !g->fault_place)
    return;
  place = rti_stack_place (g, sp);
  while (g->ntries && g->tries[g->ntries - 1].place > place)
    g->ntries--; /* T1 */
  if (g->fault_place > place)
    g->fault_place = g->ntries ? g->tries[g->ntries - 1].fault_place : 0;
}

void
rti_abandon (struct rt_m *m, struct rti_cbframe *until)
{
  NT_TIB *tib = (NT_TIB *) NtCurrentTeb ();
  struct rt_g *g = m->curg;
  struct _EXCEPTION_REGISTRATION_RECORD *record;

  while (g->cbtop != until)
    {
      RTI_ASSERT (g->cbtop);
      m->g0sp = g->cbtop->g0sp;
      g->cbtop = g->cbtop->prev;
    }
  /* Wine's own handlers are a list on the system stack, as on i386.  */
  record = tib->ExceptionList;
  while ((uintptr_t) record >= (uintptr_t) tib->StackLimit
         && (uintptr_t) record < m->g0sp)
    record = record->Next;
  tib->ExceptionList = record;
  rti_fiber_abandon (m, until);
  if (m->systick & 1)
    rti_leave_call (m);
}

void rti_throw (uintptr_t value);

void
rti_throw (uintptr_t value)
{
  DWORD lasterror = GetLastError ();
  struct rt_g *g = rti_self ();
  struct rti_try *try;
  struct rt_m *m;

  if (!g)
    rti_fatal ("rt_throw: not called by a goroutine");
  if (!g->ntries)
    rti_fatal_goroutine (g, "rt_throw: called outside of rt_try");
  m = g->m;
  try = &g->tries[--g->ntries];
  g->sp = rti_stack_at (g, try->place);
  g->pc = (uintptr_t) rti_try_landing;
  g->ret = RT_ETHROWN;
  g->lasterror = lasterror;
  g->fault_place = try->fault_place;
  rti_stack_settle (g);
  rti_datastack_pop (g, (uintptr_t) try->ds_ptr);
  if (try->value)
    *try->value = value;
  rti_abandon (m, try->cbtop);
  m->parkable = 0;
  rti_gogo (g);
}
