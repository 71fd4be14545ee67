/* grow.c: control stacks grow by moving, or by a chained segment.
   SPDX-License-Identifier: MIT  */

#include "rti-stack.h"

#include "rti-copy.h"
#include "rti-debug.h"
#include "rti-fault.h"
#include "rti-image.h"

/* __rt_morestack's frame (morestack.S): offsets from g->sp.  */
#define MS_RBP    0x30 /* The caller's rbp.  */
#define MS_R      0x38 /* R: where the asking function goes on.  */
#define MS_RETURN 0x40 /* The asking function's return address.  */
#define MS_ARGS   0x48 /* Its home area and stack arguments.  */

/* With RT_DEBUG=movestack, what cannot move is chained, room or not, so that
   what is called from there moves: until the stacks take this much, or a
   fourth of what they may.  */
#define MOVESTACK_CHAINS ((size_t) 16 << 20)

/* A segment for a fault handler.  */
#define HANDLER_SIZE 0x4000

/* Walk the top segment of G, whose frames have been copied DELTA bytes
   further up, and put the copied frame pointers right.  False: a frame
   must not move.  */
static bool
relocate (struct rt_g *g, uintptr_t delta)
{
  struct rti_cbframe *cb = g->cbtop;
  struct rti_frame frame = { g->pc, g->sp, 0, NULL };
  struct rti_step step;

  for (;;)
    {
      switch (rti_boundary (frame.pc))
        {
        case RTI_ROOT:
        case RTI_CHAIN:
        case RTI_FAULT:
          return true;
        case RTI_CALLBACK:
          frame.pc = cb->gpc;
          frame.sp = cb->gsp;
          frame.rbp_loc = NULL;
          cb = cb->prev;
          continue;
        case RTI_FRAME:
          break;
        }
      uintptr_t *rbp_loc = frame.rbp_loc;

      if (!rti_unwind_step (g->m, &frame, &step) || step.kind != RTI_MOVABLE)
        return false;
      if (step.uses_rbp)
        {
          if (!rbp_loc)
            return false; /* Its frame pointer is in no memory that
                             is known.  */
          *(uintptr_t *) ((uintptr_t) rbp_loc + delta) += delta;
        }
    }
}

/* Let G's top segment be TO, to which its frames have been moved.  */
static void
adopt (struct rt_g *g, struct rti_stack *to)
{
  struct rti_stack *from = g->stack;
  uintptr_t delta = to->hi - from->hi;
  struct rti_cbframe *cb;

  to->prev = from->prev;
  to->prev_sp = from->prev_sp;
  g->sp += delta;
  for (cb = g->cbtop; cb && cb->stack == from; cb = cb->prev)
    {
      cb->gsp += delta; /* I1 */
      cb->stack = to;
    }
  g->stack = to;
  g->limit = to->limit;
  RTI_DEBUG_STACK (g, "control stack moves", from->hi - from->lo,
                   to->hi - to->lo);
  g->control_size += rti_stack_size (to->class);
  g->control_size -= rti_stack_size (from->class);
  g->moves++;
  rti_stack_free (g->m, from);
}

/* Move G's top segment to TO.  False, and nothing has changed: it must
   not move.  */
static bool
move (struct rt_g *g, struct rti_stack *to)
{
  size_t used = g->stack->hi - g->sp;

  rti_copy ((void *) (to->hi - used), (void *) g->sp, used);
  if (!relocate (g, to->hi - g->stack->hi))
    return false;
  adopt (g, to);
  return true;
}

/* Put ON on top of G's stack; the function that asked, with ARGS bytes of
   incoming arguments, goes on there.  */
static void
chain (struct rt_g *g, struct rti_stack *on, size_t args)
{
  size_t room = g->stack->hi - (g->sp + MS_ARGS);
  size_t size = MS_ARGS + (args < room ? args : room);
  uintptr_t sp = ((on->hi - size) & ~(uintptr_t) 15) - 8;

  /* g->sp is 8 modulo 16 as well: __morestack's frame is.  */
  rti_copy ((void *) sp, (void *) g->sp, size);
  *(uintptr_t *) (sp + MS_RBP) = g->sp + MS_RBP;
  *(uintptr_t *) (sp + MS_RETURN) = (uintptr_t) rti_chain_ret;
  on->prev = g->stack;
  on->prev_sp = g->sp + MS_R;
  g->stack = on;
  g->sp = sp;
  g->limit = on->limit;
  g->chains++;
  RTI_DEBUG_STACK (g, "a segment is chained", on->prev->hi - on->prev->lo,
                   on->hi - on->lo);
}

/* A callback that began after a longjmp, and before any check, has taken the
   wrong segment for its own.  */
void
rti_stack_settle (struct rt_g *g)
{
  struct rti_cbframe *cb;

  while (g->stack->prev && (g->sp < g->stack->lo || g->sp >= g->stack->hi))
    {
      struct rti_stack *left = g->stack;

      g->stack = left->prev;
      for (cb = g->cbtop; cb && cb->stack == left; cb = cb->prev)
        cb->stack = left->prev;
      left->prev = g->spare;
      g->spare = left;
    }
  g->limit = g->stack->limit;
}

/* Free G's released segments.  */
static void
trim_spare (struct rt_g *g)
{
  while (g->spare)
    {
      struct rti_stack *stack = g->spare;

      g->spare = stack->prev;
      g->control_size -= rti_stack_size (stack->class);
      rti_stack_free (g->m, stack);
    }
}

/* A segment of CLASS for G, a released one if there is one that large.  */
static struct rti_stack *
segment (struct rt_g *g, uint32_t class)
{
  struct rti_stack *stack;

  if (g->spare && g->spare->class >= class)
    {
      stack = g->spare;
      g->spare = stack->prev;
      return stack;
    }
  trim_spare (g);
  if (g->control_size + rti_stack_size (class) + g->data_size
      > rti_stack_max (g))
    rti_fault_overflow (g);
  stack = rti_stack_alloc (g->m, class);
  if (!stack)
    rti_fatal_goroutine (g, "out of memory for a goroutine's stack");
  g->control_size += rti_stack_size (class);
  return stack;
}

void
rti_stack_push (struct rt_g *g)
{
  struct rti_stack *on = segment (g, rti_stack_class (HANDLER_SIZE));

  on->prev = g->stack;
  on->prev_sp = g->sp;
  g->stack = on;
  g->sp = on->hi & ~(uintptr_t) 15;
  g->limit = on->limit;
  g->chains++;
}

/* Whether this check is one that RT_DEBUG=movestack lets move.  */
static bool
move_anyway (void)
{
  static size_t checks;

  return rti_movestack
         && (__atomic_add_fetch (&checks, 1, __ATOMIC_RELAXED) % rti_movestack
             == 0);
}

/* Whether what cannot move is to be chained though there is room.  */
static bool
chain_anyway (struct rt_g *g)
{
  size_t size = g->control_size + g->data_size;

  return rti_movestack && size < MOVESTACK_CHAINS && size < rti_maxstack / 4;
}

#define RT_OFFSET(sym, type, field, value)
#define RT_SIZE(sym, type, value)
#define RT_CONST(sym, value) sym = value,
enum {
#include "../libruntime-asm/offsets.tbl"
};

bool
rti_morestack (struct rt_g *g, size_t frame, size_t args)
{
  struct rti_stack *from, *to;
  DWORD lasterror = GetLastError ();
  uintptr_t top;
  uint32_t class;
  bool room, stay = false;

  if (args == ARGS_IN_MARK)
    {
      struct rti_mark mark;

      if (!rti_image_mark (*(uintptr_t *) (g->sp + MS_R), &mark))
        rti_fatal_goroutine (g, "__rt_morestack: a function without a mark");
      frame = mark.frame;
      args = mark.args & RTI_MARK_ARGS;
      stay = mark.args & RTI_MARK_STAY;
    }
  rti_stack_settle (g);
  from = g->stack;
  top = g->sp + MS_RETURN;
  room = top - from->lo >= rti_stack_reserve
         && top - from->lo - rti_stack_reserve >= frame;
  if (room && !move_anyway ())
    goto out;
  class = from->class;
  if (!room)
    {
      uint32_t needed = frame > rti_maxstack
                            ? UINT32_MAX
                            : rti_stack_class (from->hi - top + frame);

      if (needed == UINT32_MAX)
        rti_fault_overflow (g);
      class += 1;
      if (needed > class)
        class = needed;
      if (g->control_size - rti_stack_size (from->class)
              + rti_stack_size (class) + g->data_size
          > rti_stack_max (g))
        rti_fault_overflow (g);
    }
  if (!stay)
    {
      to = rti_stack_alloc (g->m, class);
      if (!to && room)
        goto out;
      if (!to)
        rti_fatal_goroutine (g, "out of memory for a goroutine's stack");
      if (move (g, to))
        goto out;
      rti_stack_free (g->m, to);
    }
  if (!room || chain_anyway (g))
    {
      size_t want = frame + args + MS_ARGS;

      chain (g,
             segment (g, rti_stack_class (want > 0x4000 ? want * 2 : 0x4000)),
             args);
    }
out:
  SetLastError (lasterror);
  return g->m->yield != 0;
}

void
rti_stack_shrink (struct rt_g *g)
{
  struct rti_stack *from = g->stack;
  size_t used = from->hi - g->sp;
  uint32_t class = from->class;
  uint32_t smaller = rti_stack_class (used * 2);
  struct rti_stack *to;

  if (smaller >= class || rti_movestack || from->prev
      || used >= ((size_t) 4096 << class) / 4)
    return;
  trim_spare (g);
  to = rti_stack_alloc (g->m, smaller);
  if (!to)
    return;
  if (!move (g, to))
    rti_stack_free (g->m, to);
}

void
rti_stack_reset (struct rt_m *m, struct rt_g *g)
{
  trim_spare (g);
  while (g->stack->prev)
    {
      struct rti_stack *left = g->stack;

      g->stack = left->prev;
      g->control_size -= rti_stack_size (left->class);
      rti_stack_free (m, left);
    }
  if (g->stack->class > 0 || rti_movestack)
    {
      struct rti_stack *small = rti_stack_alloc (m, 0);

      if (small)
        {
          rti_stack_free (m, g->stack);
          g->stack = small;
        }
    }
  g->control_size = rti_stack_size (g->stack->class);
}
