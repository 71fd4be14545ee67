/* fiber.c: data stacks of growable code on system stacks.
   SPDX-License-Identifier: MIT

   Growable code that plain code calls through a pointer runs on a system
   stack: a thread's own, or that of a fiber.  Plain code goes from one fiber
   to another as it likes, and on with one on another thread.  So each of these
   stacks has a data stack of its own, which belongs to a struct rt_g that runs
   nothing.  It is known by the stack's base, which Windows keeps in the TEB
   (g->base), and by a value of the fiber (FlsGetValue), which Windows gives
   back when the fiber is deleted, or the thread ends.

   m->fiber is the one that was used last: that is as good as the right one if
   the base is right, so what changes fibers need not tell us.  The g's memory
   is never given back, and one that is free has no base.  */

#include "rti-sched.h"

#include "rti-stack.h"

static DWORD fls_index;
static struct rt_g no_fiber;

/* Free ones, linked by link.  */
static struct
{
  struct rti_lock lock;
  struct rt_g *list;
} unused;

static uintptr_t
stack_base (void)
{
  return (uintptr_t) ((const NT_TIB *) NtCurrentTeb ())->StackBase;
}

static void
give_back (struct rt_g *f)
{
  rti_datastack_free (f);
  f->base = 0;
  f->m = NULL;
  rti_lock_take (&unused.lock);
  f->link = unused.list;
  unused.list = f;
  rti_lock_give (&unused.lock);
}

/* The fiber with VALUE, or the thread, is at its end; or the process is, and
   nothing is worth doing.  */
static void NTAPI
fiber_end (void *value)
{
  struct rt_g *f, *next;

  if (rti_process_ends ())
    return;
  for (f = value; f; f = next)
    {
      next = f->link;
      give_back (f);
    }
}

void
rti_fiber_init (void)
{
  fls_index = FlsAlloc (fiber_end);
  if (fls_index == FLS_OUT_OF_INDEXES)
    rti_fatal_windows ("FlsAlloc gives no slot", GetLastError ());
}

void
rti_fiber_begin (struct rt_m *m)
{
  m->fiber = &no_fiber;
  m->base = IsThreadAFiber () ? 0 : stack_base ();
  m->ds_start = NULL;
}

/* A new one.  */
static struct rt_g *
fiber_alloc (void)
{
  struct rt_g *f;

  rti_lock_take (&unused.lock);
  f = unused.list;
  if (f)
    unused.list = f->link;
  rti_lock_give (&unused.lock);
  if (f)
    return f;
  f = rti_alloc (sizeof *f);
  if (!f)
    rti_fatal ("out of memory for a data stack");
  f->ds_limit = (char *) UINTPTR_MAX;
  return f;
}

struct rt_g *
rti_fiber (struct rt_m *m)
{
  uintptr_t base = stack_base ();
  struct rt_g *f, *first;

  if (m->fiber->base == base)
    return m->fiber;
  /* Several: a coroutine library of the program's has changed stacks.  */
  first = FlsGetValue (fls_index);
  for (f = first; f && f->base != base; f = f->link)
    ;
  if (!f)
    {
      f = fiber_alloc ();
      f->base = base;
      f->link = first;
      if (!FlsSetValue (fls_index, f))
        rti_fatal_windows ("no memory for a fiber's slot", GetLastError ());
    }
  f->m = m;
  m->fiber = f;
  return f;
}

void
rti_fiber_start (struct rt_m *m)
{
  if (m->fiber->base == stack_base ())
    m->ds_start = m->fiber->ds_ptr;
}

void
rti_fiber_end (struct rt_m *m)
{
  void *value = FlsGetValue (fls_index);

  if (value)
    {
      FlsSetValue (fls_index, NULL);
      fiber_end (value);
    }
  m->fiber = &no_fiber;
}

void
rti_fiber_bury (struct rt_m *m)
{
  /* Other fibers may be alive.  */
  if (m->fiber->m == m && m->fiber->base == m->base && m->base)
    give_back (m->fiber);
  m->fiber = &no_fiber;
}

void
rti_call_astray (void)
{
  rti_fatal ("a call came back to another thread or fiber than its caller's,"
             " or past a callback");
}

void
rti_fiber_abandon (struct rt_m *m, const struct rti_cbframe *until)
{
  const NT_TIB *tib = (const NT_TIB *) NtCurrentTeb ();

  if (m->g0sp < (uintptr_t) tib->StackLimit
      || m->g0sp >= (uintptr_t) tib->StackBase)
    rti_fatal ("a callback on another fiber than the call around it cannot be"
               " left");
  /* Growable code that plain code called had data frames there.  */
  if (!until && m->fiber->base == (uintptr_t) tib->StackBase)
    rti_datastack_pop (m->fiber, (uintptr_t) m->ds_start);
}
