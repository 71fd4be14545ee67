/* extent.cc: from where to where a function has its data frame.
   SPDX-License-Identifier: GPL-3.0-or-later

   A local is in use from where the function first mentions it to the end of
   its scope: who knows its address may use it until then.  GCC marks the ends
   of scopes by clobbers, and goes by the same rule when it lets locals share
   memory (add_scope_conflicts in its cfgexpand.cc).

   If there is a way through the function on which no local is in use, such as
   the quick answer that many functions begin with, that way shall not pay for
   a frame.  */

#include "gcc-includes.h"
#include "gs.h"

/* At how many places a frame may end, other than at returns.  */
#define ENDS 4

/* -- Where locals are in use -- */

static bool
mention (gimple *, tree op, tree, void *data)
{
  tree base = get_base_address (op);
  if (base && gs_frame_var_p (base, NULL) && !gs_frame_temp_p (base))
    bitmap_set_bit ((bitmap) data, DECL_UID (base));
  return false;
}

/* USED has the locals that are in use before BB; let it have those after it.
   Add BB to NEEDED if there is one anywhere in it.  */

static void
go_through (basic_block bb, bitmap used, bitmap needed)
{
  for (gphi_iterator it = gsi_start_phis (bb); !gsi_end_p (it); gsi_next (&it))
    walk_stmt_load_store_addr_ops (it.phi (), used, NULL, NULL, mention);
  bool any = !bitmap_empty_p (used);
  for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
       gsi_next (&it))
    {
      gimple *stmt = gsi_stmt (it);
      if (is_gimple_debug (stmt))
        continue;
      if (!gimple_clobber_p (stmt))
        walk_stmt_load_store_addr_ops (stmt, used, mention, mention, mention);
      else if (DECL_P (gimple_assign_lhs (stmt)))
        bitmap_clear_bit (used, DECL_UID (gimple_assign_lhs (stmt)));
      any |= !bitmap_empty_p (used);
    }
  if (any)
    bitmap_set_bit (needed, bb->index);
}

void
gs_extent_scopes (function *fun, bitmap needed)
{
  int *order = XNEWVEC (int, n_basic_blocks_for_fn (fun));
  int n = pre_and_rev_post_order_compute (NULL, order, false);
  auto_vec<bitmap> after;
  after.safe_grow_cleared (last_basic_block_for_fn (fun), true);
  bool changed;
  do
    {
      changed = false;
      for (int i = 0; i < n; i++)
        {
          basic_block bb = BASIC_BLOCK_FOR_FN (fun, order[i]);
          bitmap used = BITMAP_ALLOC (NULL);
          edge e;
          edge_iterator ei;
          FOR_EACH_EDGE (e, ei, bb->preds)
            if (after[e->src->index])
              bitmap_ior_into (used, after[e->src->index]);
          go_through (bb, used, needed);
          if (!after[bb->index] || !bitmap_equal_p (used, after[bb->index]))
            changed = true;
          BITMAP_FREE (after[bb->index]);
          after[bb->index] = used;
        }
    }
  while (changed);
  for (bitmap b : after)
    BITMAP_FREE (b);
  free (order);
}

/* Add the blocks to NEEDED that use NAMES, or what is computed from them: an
   optimiser may have left out that a scope begins anew.  */

static void
add_uses (vec<tree> &names, bitmap needed)
{
  auto_bitmap seen;
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
          basic_block bb = gimple_bb (stmt);
          tree result = NULL_TREE;
          if (gphi *phi = dyn_cast<gphi *> (stmt))
            {
              int i = PHI_ARG_INDEX_FROM_USE (use);
              bb = gimple_phi_arg_edge (phi, i)->src;
              result = gimple_phi_result (phi);
            }
          else if (gassign *assign = dyn_cast<gassign *> (stmt))
            if (!gimple_assign_load_p (assign)
                && !truth_value_p (gimple_assign_rhs_code (assign)))
              result = gimple_assign_lhs (assign);
          bitmap_set_bit (needed, bb->index);
          if (result && TREE_CODE (result) == SSA_NAME)
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

basic_block
gs_extent_begin (function *fun, basic_block entry, bitmap needed)
{
  auto_vec<tree> names;
  names.safe_push (gs_base);
  names.safe_push (gs_end);
  add_uses (names, needed);
  basic_block begin = NULL;
  unsigned int i;
  bitmap_iterator it;
  EXECUTE_IF_SET_IN_BITMAP (needed, 0, i, it)
  {
    basic_block bb = BASIC_BLOCK_FOR_FN (fun, i);
    begin = begin ? nearest_common_dominator (CDI_DOMINATORS, begin, bb) : bb;
  }
  /* Not once in each turn of a loop.  */
  while (begin && begin != entry && leads_p (begin, begin, begin))
    begin = get_immediate_dominator (CDI_DOMINATORS, begin);
  if (begin && begin != entry
      && leads_p (entry, EXIT_BLOCK_PTR_FOR_FN (fun), begin))
    {
      bitmap_set_bit (needed, begin->index);
      reach (needed, begin, false);
      if (ends_p (fun, needed))
        return begin;
    }
  gs_extent_whole (fun, needed);
  return entry;
}

void
gs_extent_whole (function *fun, bitmap needed)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    bitmap_set_bit (needed, bb->index);
}

void
gs_release (function *fun, bitmap needed, tree base, HOST_WIDE_INT size)
{
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
          gsi_insert_before (&last, gs_seq_release (base, size),
                             GSI_SAME_STMT);
      }
    else if (EDGE_COUNT (bb->preds) && all_leave_p (bb, needed))
      {
        gimple_stmt_iterator it = gsi_after_labels (bb);
        gsi_insert_before (&it, gs_seq_release (base, size), GSI_SAME_STMT);
      }
    else
      FOR_EACH_EDGE (e, ei, bb->preds)
        if (leaves_p (e, needed))
          gsi_insert_on_edge (e, gs_seq_release (base, size));
  gsi_commit_edge_inserts ();
}
