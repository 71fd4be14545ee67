/* scope.cc: where the locals of a function are in use.
   SPDX-License-Identifier: GPL-3.0-or-later

   A local is in use from where the function first mentions it to the end of
   its scope: who knows its address may use it until then.  GCC marks the ends
   of scopes by clobbers, and goes by the same rule when it lets locals share
   memory (add_scope_conflicts in its cfgexpand.cc).  It is not quite so,
   because optimisers unroll and peel loops, whose scopes begin anew then:

   - An address is not computed again, but the name used that has it.  So it is
     a mention of the local, too, to use what was computed from its address.
   - It is not stored again where it was stored last.  So a scope does not end
     if it is the one of a local whose address is stored, other than by calls.

   Nor does it where C++ has destroyed a local: there may be another object in
   its place.  */

#include "gcc-includes.h"
#include "gs.h"

/* Where addresses of locals are, as sets of these by DECL_UID.  */
struct addresses
{
  auto_vec<bitmap> of; /* By a name's version: what it was computed from.  */
  auto_bitmap stored;
};

static bool
mention (gimple *, tree op, tree, void *data)
{
  tree base = get_base_address (op);
  if (base && gs_frame_var_p (base, NULL) && !gs_frame_temp_p (base))
    bitmap_set_bit ((bitmap) data, DECL_UID (base));
  return false;
}

tree
gs_computed (gimple *stmt)
{
  tree result = NULL_TREE;
  if (gphi *phi = dyn_cast<gphi *> (stmt))
    result = gimple_phi_result (phi);
  else if (is_gimple_call (stmt))
    result = gimple_call_flags (stmt) & (ECF_CONST | ECF_PURE)
                 ? gimple_call_lhs (stmt)
                 : NULL_TREE;
  else if (gassign *assign = dyn_cast<gassign *> (stmt))
    if (!gimple_assign_load_p (assign)
        && !truth_value_p (gimple_assign_rhs_code (assign)))
      result = gimple_assign_lhs (assign);
  return result && TREE_CODE (result) == SSA_NAME ? result : NULL_TREE;
}

/* Add to LOCALS those from whose addresses VALUE was computed.  */

static void
add_locals (tree value, const addresses &a, bitmap locals)
{
  if (TREE_CODE (value) == ADDR_EXPR)
    mention (NULL, TREE_OPERAND (value, 0), NULL_TREE, locals);
  else if (TREE_CODE (value) == SSA_NAME && a.of[SSA_NAME_VERSION (value)])
    bitmap_ior_into (locals, a.of[SSA_NAME_VERSION (value)]);
}

/* Add to USED the locals that STMT mentions.  True if A changes.  */

static bool
add_mentioned (gimple *stmt, addresses &a, bitmap used)
{
  auto_bitmap locals, stored;
  walk_stmt_load_store_addr_ops (stmt, locals, mention, mention, mention);
  ssa_op_iter it;
  use_operand_p use;
  FOR_EACH_PHI_OR_STMT_USE (use, stmt, it, SSA_OP_USE)
    add_locals (USE_FROM_PTR (use), a, locals);
  if (bitmap_empty_p (locals))
    return false;
  bitmap_ior_into (used, locals);
  tree result = gs_computed (stmt);
  if (result)
    {
      bitmap &from = a.of[SSA_NAME_VERSION (result)];
      if (!from)
        from = BITMAP_ALLOC (NULL);
      return bitmap_ior_into (from, locals);
    }
  if (is_gimple_assign (stmt) && gimple_store_p (stmt))
    add_locals (gimple_assign_rhs1 (stmt), a, stored);
  return bitmap_ior_into (a.stored, stored);
}

/* USED has the locals that are in use before BB; let it have those after it.
   Add BB to NEEDED if there is one anywhere in it.  True if A changes.  */

static bool
go_through (basic_block bb, addresses &a, bitmap used, bitmap needed)
{
  bool changed = false;
  for (gphi_iterator it = gsi_start_phis (bb); !gsi_end_p (it); gsi_next (&it))
    changed |= add_mentioned (it.phi (), a, used);
  bool any = !bitmap_empty_p (used);
  for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
       gsi_next (&it))
    {
      gimple *stmt = gsi_stmt (it);
      if (is_gimple_debug (stmt))
        continue;
      if (!gimple_clobber_p (stmt))
        changed |= add_mentioned (stmt, a, used);
      else if (gimple_clobber_p (stmt, CLOBBER_EOL))
        {
          tree local = gimple_assign_lhs (stmt);
          if (DECL_P (local) && !bitmap_bit_p (a.stored, DECL_UID (local)))
            bitmap_clear_bit (used, DECL_UID (local));
        }
      any |= !bitmap_empty_p (used);
    }
  if (any)
    bitmap_set_bit (needed, bb->index);
  return changed;
}

void
gs_scopes (function *fun, bitmap needed)
{
  int *order = XNEWVEC (int, n_basic_blocks_for_fn (fun));
  int n = pre_and_rev_post_order_compute (NULL, order, false);
  addresses a;
  a.of.safe_grow_cleared (num_ssa_names, true);
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
          changed |= go_through (bb, a, used, needed);
          if (!after[bb->index] || !bitmap_equal_p (used, after[bb->index]))
            changed = true;
          BITMAP_FREE (after[bb->index]);
          after[bb->index] = used;
        }
    }
  while (changed);
  for (bitmap b : after)
    BITMAP_FREE (b);
  for (bitmap b : a.of)
    BITMAP_FREE (b);
  free (order);
}
