/* jump.c: what a longjmp left behind.
   SPDX-License-Identifier: MIT

   longjmp knows nothing of us.  It may leave growable functions, which is
   nothing to us but for chained segments; and it may leave calls of plain
   code, and callbacks that came from them, whose frames on the system stack
   are then gone without a word.  */

#include "rti-sched.h"

#include "rti-callback.h"
#include "rti-fault.h"
#include "rti-stack.h"

/* From g->sp, which is rti_volcall's (datastack.S), to the stack pointer of
   the function in which setjmp returned.  */
#define VOLCALL_FRAME 0x90

/* Whether CB, of G, began later than the function whose stack pointer is SP,
   so that it was left.  */
static bool
was_left (const struct rt_g *g, const struct rti_cbframe *cb, uintptr_t sp)
{
  for (const struct rti_stack *s = g->stack; s; s = s->prev)
    {
      bool here = sp >= s->lo && sp < s->hi;

      if (s == cb->stack)
        return !here || cb->gsp < sp;
      if (here)
        return false;
    }
  return false;
}

uintptr_t
rti_landed (struct rt_g *g, uintptr_t rax)
{
  DWORD lasterror = GetLastError ();
  struct rt_m *m = g->m;
  struct rti_cbframe *cb;

  while ((cb = g->cbtop) && was_left (g, cb, g->sp + VOLCALL_FRAME))
    {
      RTI_ASSERT (!(cb->flags & CB_FOREIGN));
      g->cbtop = cb->prev;
      m->g0sp = cb->g0sp;
    }
  rti_stack_settle (g);
  /* Plain code may have been called by growable code on the system stack,
     which had a data frame there.  */
  if (!g->cbtop)
    rti_datastack_reset (&m->g0);
  if (m->systick & 1)
    {
      m->systick++;     /* I5 */
      MemoryBarrier (); /* Pairs with sysmon.c.  */
      if (m->retake)
        rti_wait_for_p (m, g);
    }
  SetLastError (lasterror);
  return rax;
}
