/* extent.cc: from where to where a function has its data frame.
   SPDX-License-Identifier: GPL-3.0-or-later

   If there is a way through the function on which no local is in use, such as
   the quick answer that many functions begin with, that way shall not pay for
   a frame.  If locals are in use at several places that are seldom come to,
   such as the rare cases of an interpreter, each place has its own frame.  */

#include "gcc-includes.h"
#include "gs.h"

/* At how many places a frame may end, other than at returns.  */
#define ENDS 4

/* What happens less often than this part of what a function does most often
   costs next to nothing.  */
#define SELDOM 32

/* -- What uses the frame -- */

/* The block at whose end, or in which, USE is.  */

static basic_block
block_of (use_operand_p use)
{
  gphi *phi = dyn_cast<gphi *> (USE_STMT (use));
  if (phi)
    return gimple_phi_arg_edge (phi, PHI_ARG_INDEX_FROM_USE (use))->src;
  return gimple_bb (USE_STMT (use));
}

/* Add the blocks to NEEDED that use gs_base, or what is computed from it, the
   names of which are added to SEEN.  */

static void
add_uses (bitmap seen, bitmap needed)
{
  auto_vec<tree> names;
  names.safe_push (gs_base);
  while (!names.is_empty ())
    {
      tree name = names.pop ();
      if (!bitmap_set_bit (seen, SSA_NAME_VERSION (name)))
        continue;
      imm_use_iterator it;
      use_operand_p use;
      FOR_EACH_IMM_USE_FAST (use, it, name)
        {
          gimple *stmt = USE_STMT (use);
          if (is_gimple_debug (stmt))
            continue;
          bitmap_set_bit (needed, block_of (use)->index);
          tree result = gs_computed (stmt);
          if (result)
            names.safe_push (result);
        }
    }
}

/* -- The frame -- */

/* Add to REACHED the blocks that lead to a block of it, or, FORWARD, that it
   leads to; ways that come to STOP end there.  */

static void
reach (bitmap reached, basic_block stop, bool forward)
{
  auto_vec<basic_block> work;
  unsigned int i;
  bitmap_iterator it;
  EXECUTE_IF_SET_IN_BITMAP (reached, 0, i, it)
  if (i != (unsigned int) stop->index)
    work.safe_push (BASIC_BLOCK_FOR_FN (cfun, i));
  while (!work.is_empty ())
    {
      basic_block bb = work.pop ();
      edge e;
      edge_iterator ei;
      FOR_EACH_EDGE (e, ei, forward ? bb->succs : bb->preds)
        {
          basic_block next = forward ? e->dest : e->src;
          if (bitmap_set_bit (reached, next->index) && next != stop)
            work.safe_push (next);
        }
    }
}

/* Whether there is a way from behind FROM to TO that does not go through
   AROUND; it may end there.  */

static bool
leads_p (basic_block from, basic_block to, basic_block around)
{
  auto_bitmap reached;
  edge e;
  edge_iterator ei;
  FOR_EACH_EDGE (e, ei, from->succs)
    bitmap_set_bit (reached, e->dest->index);
  reach (reached, around, true);
  return bitmap_bit_p (reached, to->index);
}

static bool
leaves_p (edge e, bitmap needed)
{
  return bitmap_bit_p (needed, e->src->index)
         && !bitmap_bit_p (needed, e->dest->index)
         && e->dest != EXIT_BLOCK_PTR_FOR_FN (cfun);
}

/* Whether control comes to BB only out of the frame.  */

static bool
all_leave_p (basic_block bb, bitmap needed)
{
  edge e;
  edge_iterator ei;
  FOR_EACH_EDGE (e, ei, bb->preds)
    if (!leaves_p (e, needed))
      return false;
  return true;
}

/* Whether the data frame of FUN can end where it is not needed any more.  */

static bool
ends_p (function *fun, bitmap needed)
{
  int ends = 0;
  basic_block bb;
  edge e;
  edge_iterator ei;
  FOR_EACH_BB_FN (bb, fun)
    if (!bitmap_bit_p (needed, bb->index))
      {
        int edges = 0;
        FOR_EACH_EDGE (e, ei, bb->preds)
          if (leaves_p (e, needed))
            {
              if (e->flags & EDGE_COMPLEX)
                return false;
              edges++;
            }
        ends += edges && all_leave_p (bb, needed) ? 1 : edges;
      }
  return ends <= ENDS;
}

/* The only edge into the loops that BB is in, or NULL.  */

static edge
into_loop (basic_block bb)
{
  auto_bitmap loop, from;
  bitmap_set_bit (loop, bb->index);
  bitmap_set_bit (from, bb->index);
  reach (loop, ENTRY_BLOCK_PTR_FOR_FN (cfun), false);
  reach (from, EXIT_BLOCK_PTR_FOR_FN (cfun), true);
  bitmap_and_into (loop, from);
  edge e, into = NULL;
  edge_iterator ei;
  unsigned int i;
  bitmap_iterator it;
  EXECUTE_IF_SET_IN_BITMAP (loop, 0, i, it)
  FOR_EACH_EDGE (e, ei, BASIC_BLOCK_FOR_FN (cfun, i)->preds)
    if (!bitmap_bit_p (loop, e->src->index))
      {
        if (into || (e->flags & EDGE_COMPLEX))
          return NULL;
        into = e;
      }
  return into;
}

/* A place where a frame can begin for all of NEEDED: a block, or an edge that
   leads to one, for that would have it in each turn of a loop.  */

struct place
{
  basic_block block;
  edge into; /* Or NULL.  */
};

static place
common_place (function *fun, basic_block entry, bitmap needed)
{
  place p = { NULL, NULL };
  unsigned int i;
  bitmap_iterator it;
  EXECUTE_IF_SET_IN_BITMAP (needed, 0, i, it)
  {
    basic_block bb = BASIC_BLOCK_FOR_FN (fun, i);
    p.block = p.block ? nearest_common_dominator (CDI_DOMINATORS, p.block, bb)
                      : bb;
  }
  if (!p.block || !leads_p (p.block, p.block, p.block))
    return p;
  p.into = into_loop (p.block);
  if (p.into)
    p.block = p.into->dest;
  else
    while (p.block != entry && leads_p (p.block, p.block, p.block))
      p.block = get_immediate_dominator (CDI_DOMINATORS, p.block);
  return p;
}

static void
all_blocks (function *fun, bitmap blocks)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    bitmap_set_bit (blocks, bb->index);
}

/* The block at whose start the only data frame of FUN begins: at P, or ENTRY;
   NEEDED becomes the blocks with a frame.  */

static basic_block
begin_at (function *fun, place p, basic_block entry, bitmap needed)
{
  if (p.block && p.block != entry
      && leads_p (entry, EXIT_BLOCK_PTR_FOR_FN (fun), p.block))
    {
      basic_block begin = p.into ? split_edge (p.into) : p.block;
      bitmap_set_bit (needed, begin->index);
      reach (needed, begin, false);
      if (ends_p (fun, needed))
        return begin;
    }
  all_blocks (fun, needed);
  return entry;
}

/* -- Several frames -- */

/* Add to PART the blocks of NEEDED that are connected with it.  */

static void
connect (bitmap part, bitmap needed)
{
  auto_vec<basic_block> work;
  work.safe_push (BASIC_BLOCK_FOR_FN (cfun, bitmap_first_set_bit (part)));
  while (!work.is_empty ())
    {
      basic_block bb = work.pop ();
      edge e;
      edge_iterator ei;
      FOR_EACH_EDGE (e, ei, bb->preds)
        if (bitmap_bit_p (needed, e->src->index)
            && bitmap_set_bit (part, e->src->index))
          work.safe_push (e->src);
      FOR_EACH_EDGE (e, ei, bb->succs)
        if (bitmap_bit_p (needed, e->dest->index)
            && bitmap_set_bit (part, e->dest->index))
          work.safe_push (e->dest);
    }
}

/* The block of PART to which all control comes from without, and none from
   within, or NULL.  */

static basic_block
head_of (bitmap part)
{
  basic_block head = NULL;
  edge e;
  edge_iterator ei;
  unsigned int i;
  bitmap_iterator it;
  EXECUTE_IF_SET_IN_BITMAP (part, 0, i, it)
  {
    basic_block bb = BASIC_BLOCK_FOR_FN (cfun, i);
    FOR_EACH_EDGE (e, ei, bb->preds)
      if (!bitmap_bit_p (part, e->src->index))
        {
          if (head && head != bb)
            return NULL;
          head = bb;
        }
  }
  if (head)
    FOR_EACH_EDGE (e, ei, head->preds)
      if (bitmap_bit_p (part, e->src->index))
        return NULL;
  return head;
}

/* Whether NAME, which is computed from gs_base, is used in EXTENT alone if it
   is computed there.  A head dominates its extent, so that what is computed
   behind it is computed anew with each frame, but for a PHI in the head.  */

static bool
stays_in_p (tree name, const gs_extent &extent)
{
  gimple *def = SSA_NAME_DEF_STMT (name);
  basic_block bb = gimple_bb (def);
  if (!bitmap_bit_p (extent.blocks, bb->index))
    return true;
  if (gimple_code (def) == GIMPLE_PHI && bb == extent.begin)
    return false;
  imm_use_iterator it;
  use_operand_p use;
  FOR_EACH_IMM_USE_FAST (use, it, name)
    if (!is_gimple_debug (USE_STMT (use))
        && !bitmap_bit_p (extent.blocks, block_of (use)->index))
      return false;
  return true;
}

/* Whether the names of SEEN, computed from gs_base, are all computed and used
   in the same one of EXTENTS, which together are NEEDED.  */

static bool
stay_p (bitmap seen, bitmap needed, vec<gs_extent> &extents)
{
  unsigned int i;
  bitmap_iterator it;
  EXECUTE_IF_SET_IN_BITMAP (seen, 0, i, it)
  if (ssa_name (i) != gs_base)
    {
      basic_block bb = gimple_bb (SSA_NAME_DEF_STMT (ssa_name (i)));
      if (!bitmap_bit_p (needed, bb->index))
        return false;
      for (const gs_extent &extent : extents)
        if (!stays_in_p (ssa_name (i), extent))
          return false;
    }
  return true;
}

/* How often control comes to P, for each call of FUN.  */

static sreal
often (function *fun, place p)
{
  profile_count count = p.into ? p.into->count () : p.block->count;
  return count.to_sreal_scale (ENTRY_BLOCK_PTR_FOR_FN (fun)->count);
}

/* How often FUN comes to the block in which it is most often.  */

static sreal
most_often (function *fun)
{
  sreal most = 1;
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    most = MAX (most, often (fun, { bb, NULL }));
  return most;
}

/* Set EXTENTS to the connected parts of NEEDED, if frames for them are made
   less often than MOST times for a call of FUN, or seldom.  Else false.  */

static bool
several_extents (function *fun, bitmap needed, bitmap seen, sreal most,
                 vec<gs_extent> &extents)
{
  sreal sum = 0;
  auto_bitmap left;
  bitmap_copy (left, needed);
  while (!bitmap_empty_p (left))
    {
      gs_extent extent;
      extent.blocks = BITMAP_ALLOC (NULL);
      extents.safe_push (extent);
      bitmap_set_bit (extent.blocks, bitmap_first_set_bit (left));
      connect (extent.blocks, needed);
      bitmap_and_compl_into (left, extent.blocks);
      extents.last ().begin = head_of (extent.blocks);
      if (!extents.last ().begin || !ends_p (fun, extent.blocks))
        return false;
      sum += often (fun, { extents.last ().begin, NULL });
    }
  return (sum < most || sum * SELDOM < most_often (fun))
         && stay_p (seen, needed, extents);
}

void
gs_extents_clear (vec<gs_extent> &extents)
{
  for (gs_extent &extent : extents)
    BITMAP_FREE (extent.blocks);
  extents.truncate (0);
}

static void
add (vec<gs_extent> &extents, basic_block begin, bitmap blocks)
{
  extents.safe_push ({ begin, BITMAP_ALLOC (NULL) });
  bitmap_copy (extents.last ().blocks, blocks);
}

void
gs_extents (function *fun, basic_block entry, bitmap needed,
            vec<gs_extent> &extents)
{
  auto_bitmap seen;
  add_uses (seen, needed);
  place p = common_place (fun, entry, needed);
  /* Parameters that must be in memory are copied there in ENTRY.  */
  if (p.block && !bitmap_bit_p (needed, entry->index)
      && optimize_function_for_speed_p (fun)
      && several_extents (fun, needed, seen, often (fun, p), extents))
    return;
  gs_extents_clear (extents);
  basic_block begin = begin_at (fun, p, entry, needed);
  add (extents, begin, needed);
}

void
gs_extent_whole (function *fun, basic_block entry, vec<gs_extent> &extents)
{
  auto_bitmap all;
  all_blocks (fun, all);
  add (extents, entry, all);
}

tree
gs_extent_base (const gs_extent &extent)
{
  tree base = make_ssa_name (SSA_NAME_VAR (gs_base));
  imm_use_iterator it;
  gimple *stmt;
  use_operand_p use;
  FOR_EACH_IMM_USE_STMT (stmt, it, gs_base)
    {
      FOR_EACH_IMM_USE_ON_STMT (use, it)
        if (bitmap_bit_p (extent.blocks, block_of (use)->index))
          SET_USE (use, base);
      update_stmt (stmt);
    }
  return base;
}

void
gs_release (function *fun, const gs_extent &extent, tree base,
            HOST_WIDE_INT size, vec<gimple *> &releases)
{
  bitmap needed = extent.blocks;
  basic_block bb;
  edge e;
  edge_iterator ei;
  FOR_EACH_BB_FN (bb, fun)
    if (bitmap_bit_p (needed, bb->index))
      {
        for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
             gsi_next (&it))
          if (gcall *call = dyn_cast<gcall *> (gsi_stmt (it)))
            gimple_call_set_tail (call, false);
        gimple_stmt_iterator last = gsi_last_bb (bb);
        if (!gsi_end_p (last)
            && gimple_code (gsi_stmt (last)) == GIMPLE_RETURN)
          {
            releases.safe_push (gs_seq_release (base, size));
            gsi_insert_before (&last, releases.last (), GSI_SAME_STMT);
          }
      }
    else if (EDGE_COUNT (bb->preds) && all_leave_p (bb, needed))
      {
        gimple_stmt_iterator it = gsi_after_labels (bb);
        releases.safe_push (gs_seq_release (base, size));
        gsi_insert_before (&it, releases.last (), GSI_SAME_STMT);
      }
    else
      FOR_EACH_EDGE (e, ei, bb->preds)
        if (leaves_p (e, needed))
          {
            releases.safe_push (gs_seq_release (base, size));
            gsi_insert_on_edge (e, releases.last ());
          }
  gsi_commit_edge_inserts ();
}
