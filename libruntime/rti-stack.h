/* rti-stack.h: control stacks and data stacks.
   SPDX-License-Identifier: MIT

   A control stack is one segment, or several, chained.  A segment,
   addresses growing up:

        +-----------------------+ <- hi
        | struct rti_stack      |   (hi points at it)
        | frames ...            |
        |                       |
        +-----------------------+ <- lo + rti_stack_reserve = limit
        | reserve               |   for what runs without a check: leaf
        |                       |   functions, the crossings' frames and the
        |                       |   kernel's exception frame
        +-----------------------+ <- lo
        | guard page            |   reserved, never committed
        +-----------------------+

   The mover copies the top segment to a larger one when each of its frames
   is movable; else a segment is chained: the function that asked for more
   runs on the new one, and rti_chain_ret goes back.

   Invariants:
   S1. limit is lo + rti_stack_reserve, or RTI_LIMIT_ALWAYS: with
       RT_DEBUG=movestack every check asks.
   S2. The reserve holds the largest crossing (rti_callback_root_args, its
       machine frame, a park frame below it), or a frame without a check and
       what the plugin calls a small function of the C library; and one
       exception's frame and dispatch, or, in place of these, what
       SAVE_XSTATE saves.  Checked by stack/reserve-1 and plugin/small-2.
   S3. g->stack is the segment that holds the goroutine's stack pointer,
       but for a moment after a longjmp; __rt_landed puts it right, or, for
       code of other compilers, rti_morestack.  */

#ifndef RTI_STACK_H
#define RTI_STACK_H

#include "rti-g.h"

#define RTI_LIMIT_ALWAYS UINTPTR_MAX

/* A place on a control stack: how many segments are below its own, and how far
   from that one's end it is (RT_MAXSTACK is 1 TiB at the most).  It is the
   same after a move, so nobody has to patch it (I1).  What was called later
   has the greater place.  */
#define RTI_PLACE_SHIFT 41

struct rti_stack
{
  /* Known to asm (offsets.tbl).  */
  uintptr_t limit;        /* For gs:0x28.  */
  struct rti_stack *prev; /* The segment before, or a free list.  */
  uintptr_t prev_sp;      /* In it: address of __morestack's R.  */
  uintptr_t lo;

  /* Private.  */
  uintptr_t hi;   /* The address of this header.  */
  uint32_t class; /* Committed: reserve + 4096 << class.  */
};

/* Bytes below a limit word; whole pages of it are committed.  */
extern size_t rti_stack_reserve;

/* Bytes that the processor's XSAVE takes; 0: it has none.  */
extern uint32_t rti_xsave_size;

/* RT_MAXSTACK: control and data stack of one goroutine together.  */
extern size_t rti_maxstack;

/* What a goroutine may have beyond that while its fault handler runs.  */
#define RTI_FAULT_ROOM ((size_t) 256 << 10)

/* What G's stacks may have.  */
static inline size_t
rti_stack_max (const struct rt_g *g)
{
  return rti_maxstack + (g->fault_place ? RTI_FAULT_ROOM : 0);
}

/* RT_DEBUG=movestack=N: every Nth check moves; 0: none.  Written once at
   start, then read freely.  */
extern size_t rti_movestack;

/* Ask Windows for the size of its exception frame.  Called once.  */
void rti_stack_init (void);

/* The class of the smallest segment with SIZE usable bytes.  */
uint32_t rti_stack_class (size_t size);

/* Committed bytes of a segment of CLASS.  */
size_t rti_stack_size (uint32_t class);

/* A segment of CLASS from M's cache, the pool, or Windows; NULL if there
   is no memory.  M may be NULL.  */
struct rti_stack *rti_stack_alloc (struct rt_m *m, uint32_t class);
void rti_stack_free (struct rt_m *m, struct rti_stack *stack);

/* Give back all that M's cache holds.  */
void rti_stack_cache_drop (struct rt_m *m);

/* -- grow.c ------------------------------------------------------------ */

/* Entered by __rt_morestack: see there.  The limit word is put right.  True:
   the goroutine is to let others run.  */
bool rti_morestack (struct rt_g *g, size_t frame, size_t args);

/* Put a segment, empty as yet, on top of G's stack; g->sp is its end.  */
void rti_stack_push (struct rt_g *g);

/* Drop the segments that G left by a longjmp or an exception (S3); g->sp
   holds.  */
void rti_stack_settle (struct rt_g *g);

/* Entered by __rt_landed: a longjmp left segments, callbacks or calls of G,
   whose sp is right.  Returns RAX.  */
uintptr_t rti_landed (struct rt_g *g, uintptr_t rax);

/* Move the parked G to a smaller stack if it uses less than a quarter of
   its own.  */
void rti_stack_shrink (struct rt_g *g);

/* Free what goroutine G has beyond one segment of the smallest class.  */
void rti_stack_reset (struct rt_m *m, struct rt_g *g);

/* -- chunk.c ------------------------------------------------------- */

/* SIZE bytes, a multiple of 16, on G's data stack.  */
uintptr_t rti_datastack_alloc (struct rt_g *g, size_t size);

/* Entered by __rt_datastack_alloc.  G may be NULL: that of the system stack
   which is in use; the thread is attached if need be.  */
uintptr_t rti_datastack_grow (struct rt_g *g, size_t size);

/* Entered by __rt_datastack_restore; likewise.  */
void rti_datastack_pop (struct rt_g *g, uintptr_t to);

/* Back to the first chunk, empty.  */
void rti_datastack_reset (struct rt_g *g);

/* Free all chunks.  */
void rti_datastack_free (struct rt_g *g);

/* Labels in asm at which a walk up a control stack changes course, and that
   at which a goroutine is while rt_syscall calls a function.  */
extern char rti_chain_ret[], rti_callback_ret[], rti_callback_ret_args[];
extern char rti_syscall_back[];

/* Likewise: the fault handler was called, or has declined; above the frame, at
   RTI_FAULT_FRAME, a machine frame says where the fault was, on the segment
   below.  */
extern char rti_fault_called[], rti_fault_decline[];
#define RTI_FAULT_FRAME 0x30

/* The place of SP on G's stack, and back.  */
uint64_t rti_stack_place (const struct rt_g *g, uintptr_t sp);
uintptr_t rti_stack_at (const struct rt_g *g, uint64_t place);

/* What a walk finds at PC.  */
enum rti_boundary { RTI_FRAME, RTI_ROOT, RTI_CHAIN, RTI_CALLBACK, RTI_FAULT };

static inline enum rti_boundary
rti_boundary (uintptr_t pc)
{
  if (pc == 0)
    return RTI_ROOT;
  if (pc == (uintptr_t) rti_chain_ret)
    return RTI_CHAIN;
  if (pc == (uintptr_t) rti_callback_ret
      || pc == (uintptr_t) rti_callback_ret_args)
    return RTI_CALLBACK;
  if (pc == (uintptr_t) rti_fault_called
      || pc == (uintptr_t) rti_fault_decline)
    return RTI_FAULT;
  return RTI_FRAME;
}

#endif /* RTI_STACK_H */
