/* jump.c: what a longjmp left behind.
   SPDX-License-Identifier: MIT

   longjmp knows nothing of us.  It may leave growable functions, which is
   nothing to us but for chained segments; and it may leave calls of plain
   code, and callbacks that came from them, whose frames on the system stack
   are then gone without a word.  */

#include "rti-stack.h"
#include "rti-try.h"

/* rti_volcall's frame (volcall.S): from g->sp to where its rbp is saved, and
   from that to the stack pointer of the function in which setjmp returned.  */
#define VOLCALL_RBP 0x20
#define VOLCALL_TOP 0x28

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
  uintptr_t sp = *(const uintptr_t *) (g->sp + VOLCALL_RBP) + VOLCALL_TOP;
  struct rti_cbframe *cb = g->cbtop;

  while (cb && was_left (g, cb, sp))
    cb = cb->prev;
  rti_try_settle (g, sp);
  rti_abandon (g->m, cb);
  rti_stack_settle (g);
  SetLastError (lasterror);
  return rax;
}
