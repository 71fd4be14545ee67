/* rewrite.cc: references to locals become references to the data frame.
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-includes.h"
#include "gs.h"

/* Whether ADDR, an ADDR_EXPR, is a constant offset into a local of the
   data frame; then *OFFSET counts from the frame's base.  */

static bool
frame_address_p (tree addr, HOST_WIDE_INT *offset)
{
  poly_int64 within;
  tree base = get_addr_base_and_unit_offset (TREE_OPERAND (addr, 0), &within);
  HOST_WIDE_INT place;
  if (!base || !gs_frame_var_p (base, &place))
    return false;
  *offset = place + within.to_constant ();
  return true;
}

/* A statement that computes gs_base + OFFSET as a new name of TYPE.  */

static gimple *
build_address (tree type, HOST_WIDE_INT offset)
{
  tree name = make_ssa_name (type);
  return gimple_build_assign (name, POINTER_PLUS_EXPR, gs_base,
                              build_int_cst (sizetype, offset));
}

static tree
address_before (gimple_stmt_iterator *it, tree type, HOST_WIDE_INT offset)
{
  gimple *stmt = build_address (type, offset);
  gsi_insert_before (it, stmt, GSI_SAME_STMT);
  return gimple_assign_lhs (stmt);
}

static bool rewrite_operand (tree *where, gimple_stmt_iterator *it);

/* The reference *WHERE has base *BASE, in a copy that is ours: if that is
   a local of the data frame, replace it.  */

static bool
rewrite_base (tree *base, gimple_stmt_iterator *it)
{
  HOST_WIDE_INT offset;
  tree ref = *base;
  if (DECL_P (ref))
    {
      if (!gs_frame_var_p (ref, &offset))
        return false;
      *base = gs_frame_var_ref (ref, offset);
      return true;
    }
  if (TREE_CODE (ref) == MEM_REF
      && TREE_CODE (TREE_OPERAND (ref, 0)) == ADDR_EXPR)
    {
      if (!frame_address_p (TREE_OPERAND (ref, 0), &offset))
        return false;
      offset += tree_to_shwi (TREE_OPERAND (ref, 1));
      TREE_OPERAND (ref, 0) = gs_base;
      TREE_OPERAND (ref, 1) = build_int_cst (TREE_TYPE (TREE_OPERAND (ref, 1)),
                                             offset);
      return true;
    }
  if (TREE_CODE (ref) == TARGET_MEM_REF
      && TREE_CODE (TMR_BASE (ref)) == ADDR_EXPR)
    {
      if (!frame_address_p (TMR_BASE (ref), &offset))
        return false;
      TMR_BASE (ref) = address_before (it, TREE_TYPE (TMR_BASE (ref)), offset);
      return true;
    }
  return false;
}

static bool
rewrite_address (tree *where, gimple_stmt_iterator *it)
{
  tree addr = *where;
  HOST_WIDE_INT offset;
  if (frame_address_p (addr, &offset))
    {
      *where = address_before (it, TREE_TYPE (addr), offset);
      return true;
    }
  tree copy = unshare_expr (addr);
  if (!rewrite_operand (&TREE_OPERAND (copy, 0), it))
    return false;
  *where = copy;
  return true;
}

static bool
rewrite_constructor (tree constructor, gimple_stmt_iterator *it)
{
  bool changed = false;
  unsigned int i;
  constructor_elt *elt;
  FOR_EACH_VEC_SAFE_ELT (CONSTRUCTOR_ELTS (constructor), i, elt)
    changed |= rewrite_operand (&elt->value, it);
  return changed;
}

/* Rewrite the operand *WHERE of the statement at IT.  */

static bool
rewrite_operand (tree *where, gimple_stmt_iterator *it)
{
  tree op = *where;
  if (!op)
    return false;
  switch (TREE_CODE (op))
    {
    case TREE_LIST:
      return rewrite_operand (&TREE_VALUE (op), it);
    case CONSTRUCTOR:
      return rewrite_constructor (op, it);
    case ADDR_EXPR:
      return rewrite_address (where, it);
    case WITH_SIZE_EXPR:
      return rewrite_operand (&TREE_OPERAND (op, 0), it);
    default:
      break;
    }
  if (!handled_component_p (op) && TREE_CODE (op) != MEM_REF
      && TREE_CODE (op) != TARGET_MEM_REF && !DECL_P (op))
    return false;

  tree copy = unshare_expr (op);
  tree *base = &copy;
  while (handled_component_p (*base))
    base = &TREE_OPERAND (*base, 0);
  if (!rewrite_base (base, it))
    return false;
  *where = copy;
  return true;
}

/* A debug statement keeps its value only if that has no local in it.  */

static tree
find_local (tree *where, int *, void *)
{
  return gs_frame_var_p (*where, NULL) ? *where : NULL_TREE;
}

static void
rewrite_debug (gimple *stmt)
{
  if (!gimple_debug_bind_p (stmt) || !gimple_debug_bind_has_value_p (stmt))
    return;
  tree *value = gimple_debug_bind_get_value_ptr (stmt);
  if (walk_tree (value, find_local, NULL, NULL))
    {
      gimple_debug_bind_reset_value (stmt);
      update_stmt (stmt);
    }
}

/* Rewrite the statement at IT.  True if it is to be removed.  */

static bool
rewrite_stmt (gimple_stmt_iterator *it, hash_set<gimple *> &keep)
{
  gimple *stmt = gsi_stmt (*it);
  if (is_gimple_debug (stmt))
    {
      rewrite_debug (stmt);
      return false;
    }
  if (gimple_clobber_p (stmt))
    {
      tree base = get_base_address (gimple_assign_lhs (stmt));
      return base && gs_frame_var_p (base, NULL);
    }
  if (keep.contains (stmt))
    return false;
  bool changed = false;
  for (unsigned int i = 0; i < gimple_num_ops (stmt); i++)
    changed |= rewrite_operand (gimple_op_ptr (stmt, i), it);
  if (changed)
    update_stmt (stmt);
  return false;
}

static void
rewrite_phi (gphi *phi, basic_block entry)
{
  for (unsigned int i = 0; i < gimple_phi_num_args (phi); i++)
    {
      tree arg = gimple_phi_arg_def (phi, i);
      HOST_WIDE_INT offset;
      if (TREE_CODE (arg) != ADDR_EXPR || !frame_address_p (arg, &offset))
        continue;
      gimple *stmt = build_address (TREE_TYPE (arg), offset);
      edge e = gimple_phi_arg_edge (phi, i);
      if (e->flags & EDGE_ABNORMAL)
        {
          gimple_stmt_iterator it = gsi_last_bb (entry);
          gsi_insert_after (&it, stmt, GSI_NEW_STMT);
        }
      else
        gsi_insert_on_edge (e, stmt);
      SET_PHI_ARG_DEF (phi, i, gimple_assign_lhs (stmt));
    }
}

/* Points-to sets name the locals as they were: forget them.  */

static void
forget_points_to (function *fun)
{
  unsigned int i;
  tree name;
  FOR_EACH_SSA_NAME (i, name, fun)
    if (POINTER_TYPE_P (TREE_TYPE (name)) && SSA_NAME_PTR_INFO (name))
      pt_solution_reset (&SSA_NAME_PTR_INFO (name)->pt);
}

void
gs_rewrite (function *fun, basic_block entry, hash_set<gimple *> &keep)
{
  forget_points_to (fun);
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    {
      for (gphi_iterator it = gsi_start_phis (bb); !gsi_end_p (it);
           gsi_next (&it))
        rewrite_phi (it.phi (), entry);
      for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);)
        if (rewrite_stmt (&it, keep))
          {
            unlink_stmt_vdef (gsi_stmt (it));
            release_defs (gsi_stmt (it));
            gsi_remove (&it, true);
          }
        else
          gsi_next (&it);
    }
  gsi_commit_edge_inserts ();
}
